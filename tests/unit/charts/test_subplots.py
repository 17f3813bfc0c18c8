"""A part of a figure has what is on its own axes, and of what is on none what is within its width."""

import pytest

from bukhara.charts.svg.subplots import part

FIGURE = {
    "data": [{"xaxis": "x", "y": [1]}, {"xaxis": "x2", "y": [2]}],
    "layout": {
        "xaxis": {"domain": [0, 0.4]},
        "xaxis2": {"domain": [0.6, 1]},
        "yaxis": {"anchor": "x"},
        "yaxis2": {"anchor": "x2"},
        "annotations": [
            {"xref": "x", "x": 2020, "text": "on the first axis"},
            {"xref": "x2 domain", "x": 0.5, "text": "on the second axis"},
            {"xref": "paper", "x": 0.2, "text": "above the first"},
            {"xref": "paper", "x": 0.8, "text": "above the second"},
        ],
    },
}


def test_a_part_has_the_traces_and_notes_of_its_own_axes_and_is_as_wide_as_a_figure_of_its_own() -> None:
    second = part(FIGURE, (0.6, 1))
    layout = second["layout"]
    assert [trace["y"] for trace in second["data"]] == [[2]]
    assert [note["text"] for note in layout["annotations"]] == ["on the second axis", "above the second"]
    assert layout["xaxis2"]["domain"] == [0, 1]
    assert layout["annotations"][1]["x"] == pytest.approx(0.5)
    assert set(layout) == {"xaxis2", "yaxis2", "annotations", "shapes"}
