"""The rows of a tall chart are put into columns of a wide picture, none twice and none cut."""

import re
from itertools import pairwise

from bukhara.charts import theme
from bukhara.exports.chart_columns import drawn

SPACE = (1352.0, 520.0)
STRIP = re.compile(
    r'<svg x="([\d.]+)" y="([\d.]+)" width="\d+" height="([\d.]+)" viewBox="[-\d.]+ ([-\d.]+) \d+ ([\d.]+)">'
)


def figure(rows: int) -> dict:
    """Return bars under bold headings, as timelines have them, with an axis of years below."""
    notes = [{"text": f"<b>Row {n}</b>", "xref": "paper", "x": 0, "y": n, "yanchor": "bottom"} for n in range(rows)]
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": [1] * rows,
        "y": list(range(rows)),
        "customdata": [f"/evidence/{n}" for n in range(rows)],
        "marker": {"color": "#1f77b4"},
    }
    return {
        "data": [bar],
        "layout": theme.layout(
            margin={"l": 14, "r": 14, "t": 34, "b": 30},
            xaxis=theme.count_axis(range=[0, 2], dtick=1),
            yaxis={"visible": False, "range": [rows - 0.5, -0.8]},
            annotations=notes,
        ),
    }


def test_a_chart_that_fits_is_drawn_as_it_is() -> None:
    drawing, svg = drawn(figure(4), 300, SPACE, 2.0)
    assert svg == drawing.svg


def test_the_rows_of_a_tall_chart_are_in_columns_each_once_and_whole() -> None:
    height = 1100
    drawing, svg = drawn(figure(14), height, SPACE, 2.0)
    strips = [[float(value) for value in each] for each in STRIP.findall(svg)]
    columns = sorted({x for x, *_ in strips})
    assert len(columns) >= 2
    rows = [max((s for s in strips if s[0] == x and s[4] > 40), key=lambda s: s[4]) for x in columns]
    # from the first row to the last, without a gap: the rows of the next column begin where those of this one end
    assert rows[0][3] == 34 - drawing.margins[0]
    assert all(abs(one[3] + one[4] - two[3]) < 0.2 for one, two in pairwise(rows))
    assert abs(rows[-1][3] + rows[-1][4] - (height - 30 - drawing.margins[0])) < 0.2
    # the axis is below each of them
    assert sum(s[4] in (29, 30) and s[3] + s[4] == height - drawing.margins[0] for s in strips) == len(columns)
    # a cut is above a heading and below the bar before it
    step = (height - 64) / (14 - 0.5 + 0.8)
    for _, _, _, start, _ in rows[1:]:
        row = (start / step) - 0.8
        assert 0.45 < row % 1 < 0.99
    scale = float(re.search(r'^<svg[^>]* height="([\d.]+)"', svg)[1])
    assert SPACE[1] / scale > 1.5 * SPACE[1] / height
