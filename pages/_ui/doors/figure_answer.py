"""The form for one figure that came by letter or e-mail: first which measure, then what its series ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.changes import column_text, field_text
from bukhara.i18n.codes import label
from bukhara.i18n.units import counted
from bukhara.model.codes import Qualifier, State
from bukhara.views import asked_figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pages._ui.parts.reader import Reader

FIGURE = "figure"
EXACTNESS = (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.AT_LEAST)
# a figure of the whole country is the ordinary one; all the rest is said only where the letter says it
USUAL = {"territorial_scope": "national"}
_PLACES = ("territorial_scope", "citizenship")


def figure_form(reader: Reader, sent: Mapping[str, str]) -> str:
    """Return the name of the template: of the first step until country and measure are known."""
    return "upload_answer_figure.html" if _asked(reader, sent) and sent.get("country") else "upload_answer_measure.html"


def figure_voices(reader: Reader, sent: Mapping[str, str]) -> dict[str, object]:
    """Return what both steps say."""
    words, asked = reader.words, _asked(reader, sent)
    return {
        "measures": [(each.id, words.text(each.name)) for each in asked_figure.measures(reader.service.snapshot())],
        "asked": asked,
        "states": [(code.value, label(words, code)) for code in State],
        "exactness": [(code.value, label(words, code)) for code in EXACTNESS],
        "usual": USUAL,
        "column_text": lambda column: column_text(column, words),
        "counted": lambda code: counted(code, words),
        "in_words": _in_words(reader),
    }


def _asked(reader: Reader, sent: Mapping[str, str]) -> asked_figure.AskedFigure | None:
    return reader.service.view(asked_figure.build, reader.service.snapshot(), sent.get("indicator", ""))


def _in_words(reader: Reader) -> Callable[[str, str], str]:
    framework, words = reader.service.framework(), reader.words
    names = {each.code: each.name for each in (*framework.countries, *framework.regions, *framework.places)}

    def in_words(column: str, code: str) -> str:
        if column in _PLACES and code in names:
            return words.text(names[code])
        return field_text(column, code, words)

    return in_words
