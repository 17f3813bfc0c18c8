"""Share bars of victims within each state, a column for each breakdown; a state without shares says why."""

from dataclasses import dataclass
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Chart, Figure, Href, Subplots, Table
from bukhara.charts.palette import CLEAR, INK, NEUTRAL, SOFT, tint
from bukhara.i18n.codes import label
from bukhara.i18n.figures import with_unit
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.messages import N_
from bukhara.model.observation import PERCENT, Observation
from bukhara.views.statistics import identified
from bukhara.views.statistics.identified import ShareCell, ShareColumn, VictimShares

NAMES = {"sex": N_("Sex"), "age_group": N_("Age group"), "form_of_exploitation": N_("Form of exploitation")}
REASONS = {
    identified.MASKED: N_("{year}: a part is masked (“<5”)"),
    identified.DISAGREE: N_("{year}: parts do not agree in the source"),
    identified.UNEQUAL: N_("{year}: parts differ from the total"),
    identified.NO_TOTAL: N_("{year}: no total"),
    identified.NO_PARTS: N_("no breakdown"),
}
ROW, KEY, GAP, NARROWEST = 52, 0.34, 0.025, 240
"""Pixels of a row; share of it for a line of the key; share of the width between columns; least pixels of a column."""
BAR, NAME = 0.14, 0.44
"""How far below the middle of its row a bar is, and how far above it the name begins, in rows."""
SMALL = {"size": 12, "color": SOFT}
WIDE = 0.11
"""From this share on a segment has space for its number."""


@dataclass(frozen=True, slots=True)
class Tone:
    """How a part is filled: without colour, because counts of victims have no direction."""

    colour: str
    hatch: str
    text: str


TONES = (Tone(NEUTRAL, "", "#ffffff"), Tone(tint(NEUTRAL, 0.25), "", INK), Tone(CLEAR, "/", INK))


def chart(view: VictimShares, words: Words, *, source: str, href: Href) -> Chart:
    """Return the chart of shares; `href` gives the address of the evidence of a figure."""
    return Chart(
        id="victim-shares",
        title=words("Who the detected victims were, within each country"),
        subtitle=words("Per cent of the victims of one year, as sent to UNODC. Do not compare countries."),
        figure=_figure(view, words, href),
        table=_table(view, words, href),
        source=source,
        notes=(
            words(
                "Each bar is the newest year in which every part is a number, the parts add up to the total and no "
                "other breakdown disagrees."
            ),
            words("Detected victims only: the number says how many were found."),
        ),
        height=8 + _tall(view),
        measures=(identified.MEASURE,),
        compact=True,
        subplots=_subplots(view),
    )


def _figure(view: VictimShares, words: Words, href: Href) -> Figure:
    """Draw the columns; the keys are rows of the axes above the states, so that they keep their place in any size."""
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    annotations: list[dict[str, Any]] = []
    lowest = len(view.framework.countries) - 0.5
    for n, (column, span) in enumerate(zip(view.columns, _subplots(view).spans, strict=True)):
        end = "" if n == 0 else str(n + 1)
        axes = {"xaxis": f"x{end}", "yaxis": f"y{end}"}
        layout[f"xaxis{end}"] = theme.axis(domain=list(span), range=[0, 100], visible=False, anchor=f"y{end}")
        layout[f"yaxis{end}"] = theme.axis(range=[lowest, -0.5 - _head(view)], anchor=f"x{end}", visible=False)
        annotations.append(_label(f"<b>{words(NAMES[column.breakdown])}</b>", -_head(view) - 0.22, axes))
        for place, code in enumerate(column.codes):
            height = KEY * (place + 0.5) - _head(view)
            data += [_swatch(height, TONES[place % len(TONES)]) | axes, _bars(column, code, words, href) | axes]
            annotations.append(_label(label(words, code), height, axes) | {"xshift": 20})
        annotations += [_above(cell, row, axes, words) for row, cell in enumerate(column.cells)]
    margin = {"l": 8, "r": 8, "t": 4, "b": 4}
    return {"data": data, "layout": theme.layout(annotations=annotations, margin=margin, barmode="overlay", **layout)}


def _subplots(view: VictimShares) -> Subplots:
    return Subplots(len(view.columns), GAP, NARROWEST, _tall(view))


def _tall(view: VictimShares) -> int:
    return round(ROW * (len(view.framework.countries) + _head(view)))


def _head(view: VictimShares) -> float:
    """Return the rows that the names of the columns and of their parts take above the states."""
    return 0.5 + KEY * max(len(column.codes) for column in view.columns)


def _bars(column: ShareColumn, code: str, words: Words, href: Href) -> dict[str, Any]:
    tone = TONES[column.codes.index(code) % len(TONES)]
    drawn = [
        (row, before, part)
        for row, cell in enumerate(column.cells)
        for before, part in _stacked(cell)
        if getattr(part, column.breakdown) == code
    ]
    cells = [column.cells[row] for row, _, _ in drawn]
    percents = [_percent(part, cell) for (_, _, part), cell in zip(drawn, cells, strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row + BAR for row, _, _ in drawn],
        "base": [before for _, before, _ in drawn],
        "x": percents,
        "width": 0.44,
        "text": [_rounded(share, words) if share >= WIDE * 100 else "" for share in percents],
        **theme.INSIDE,
        "textfont": {"color": tone.text, "weight": 700},
        "customdata": [href(part.observation_id) for _, _, part in drawn],
        "hovertext": [_hover(part, cell, code, words) for (_, _, part), cell in zip(drawn, cells, strict=True)],
        "hovertemplate": theme.HOVER,
        "marker": {
            "color": tone.colour,
            "line": {"color": NEUTRAL, "width": 1},
            "pattern": {"shape": tone.hatch, "fgcolor": NEUTRAL, "bgcolor": CLEAR, "size": 7, "solidity": 0.2},
        },
    }


def _stacked(cell: ShareCell) -> list[tuple[float, Observation]]:
    """Return each part with the share at which its segment begins."""
    found, before = [], 0.0
    for part in cell.parts:
        found.append((before, part))
        before += _percent(part, cell)
    return found


def _percent(part: Observation, cell: ShareCell) -> float:
    whole = cell.whole.value if cell.whole else None
    return 100 * (part.value or 0.0) / whole if whole else 0.0


def _rounded(share: float, words: Words) -> str:
    return with_unit(round(share), PERCENT, words)


def _hover(part: Observation, cell: ShareCell, code: str, words: Words) -> str:
    return words(
        "{country}, {year}, {part}: {number} of {total} victims ({share})",
        country=words.text(cell.country.short),
        year=str(cell.year),
        part=label(words, code),
        number=words.number(part.value or 0),
        total=words.number((cell.whole.value if cell.whole else 0) or 0),
        share=_rounded(_percent(part, cell), words),
    )


def _above(cell: ShareCell, row: int, axes: dict[str, str], words: Words) -> dict[str, Any]:
    """Return the state with its year and number of victims above a bar, or with the reason why there are no shares."""
    name = f"<b>{words.text(cell.country.short)}</b>"
    if cell.reason or cell.whole is None:
        # below the name, in the place of the bar: beside it the words would run into the next column
        text = f"{name}<br>{words(REASONS[cell.reason], year=str(cell.year))}"
        return _label(text, row - NAME, axes) | {"font": SMALL, "yanchor": "top"}
    total = int(cell.whole.value or 0)
    text = f"{name} · " + words.plural("{year}: {n} victim", "{year}: {n} victims", total, year=str(cell.year))
    return _label(text, row - 0.12, axes) | {"font": SMALL, "yanchor": "bottom"}


def _label(text: str, height: float, axes: dict[str, str]) -> dict[str, Any]:
    place: dict[str, Any] = {**theme.LEFT, "xref": axes["xaxis"], "yref": axes["yaxis"]}
    return theme.note(text, y=height, yanchor="middle", **place)


def _swatch(height: float, tone: Tone) -> dict[str, Any]:
    """Return the mark of one part in the key of its column."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [1.6],
        "y": [height],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {
            "symbol": "square",
            "size": 11,
            "color": tone.colour,
            "line": {"color": NEUTRAL, "width": 1.5 if tone.hatch else 1},
        },
    }


def _table(view: VictimShares, words: Words, href: Href) -> Table:
    columns = (words("Country"), words("Year"), words("Broken down"), words("Victims"), words("Total"), words("Share"))
    rows: list[tuple[Cell, ...]] = []
    for column in view.columns:
        for cell in column.cells:
            name = Cell(words.text(cell.country.short))
            year = Cell(str(cell.year) if cell.year else "–")
            if cell.reason or cell.whole is None:
                why = Cell(words(REASONS[cell.reason], year=str(cell.year)), None, State.NOT_AVAILABLE)
                rows.append((name, year, Cell(words(NAMES[column.breakdown])), why, Cell("–"), Cell("–")))
                continue
            total = Cell(words.number(cell.whole.value or 0), cell.whole.value, href=href(cell.whole.observation_id))
            for part in cell.parts:
                number = Cell(words.number(part.value or 0), part.value, href=href(part.observation_id))
                share = Cell(_rounded(_percent(part, cell), words))
                rows.append((name, year, Cell(label(words, getattr(part, column.breakdown))), number, total, share))
    return Table(columns, tuple(rows))
