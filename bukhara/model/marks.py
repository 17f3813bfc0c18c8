"""The marks of statuses: word, meaning, shape and colour of each, the same on every page and in every file."""

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.codes import Position
from bukhara.model.messages import N_

NONE, NONE_DARK = "#6a6e76", "#98a1ad"
"""The colours of a mark that is not a status."""
LAST_REPORTED, ENDED, NO_STEP, MENTIONED = "last_reported", "ended", "no_step", "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A status, or the reason why it is missing, as it is shown. No two marks have the same shape.

    Attributes:
        word: its word, and `meaning` one or two sentences (both message ids).
        short: its word in a narrow cell, where that is shorter.
        shape: its drawing on 16 x 16 units, as SVG in the current colour.
        character: its shape in office programs; `symbol` is plotly's nearest one.
        light: its colour on light pages, in charts and on paper; `dark` is the one on dark pages.
    """

    word: str
    meaning: str
    shape: str
    character: str
    symbol: str = "square"
    short: str = ""
    light: str = NONE
    dark: str = NONE_DARK

    @property
    def is_status(self) -> bool:
        """Whether it shows a status, which has a colour of its own, and not why there is none."""
        return self.light != NONE


def _path(outline: str) -> str:
    return f'<path d="{outline}"/>'


_CIRCLE = "M8 1a7 7 0 1 1 0 14 7 7 0 1 1 0-14z"
_DOT = "m0 2.8a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 1 1 0-5.4z"
_DIAMOND = "M8 .3L15.7 8 8 15.7.3 8z"
_SQUARE = "M1.5 1.5h13v13h-13z"
_DOTS = (
    '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="1.8 3.226"/>'
)
MARKS: dict[str, Mark] = {
    "in_place": Mark(
        word=N_("in place"),
        meaning=N_("A state body said so, or a document shows it."),
        shape=_path(f"{_CIRCLE}M3.7 8.8l3.1 3.2 5.6-6-1.6-1.5-4 4.3-1.5-1.6z"),
        character="●",
        symbol="circle",
        light="#0c7867",
        dark="#4cc3ab",
    ),
    "under_way": Mark(
        word=N_("under way"),
        meaning=N_("A draft, a part, or the step of one body. Of the rest the source may say nothing."),
        shape=_path(f"{_CIRCLE}m0 1.6v10.8a5.4 5.4 0 0 0 0-10.8z"),
        character="◐",
        symbol="circle-open",
        light="#2f6cb3",
        dark="#84b6f4",
    ),
    "planned": Mark(
        word=N_("planned"),
        meaning=N_("Announced; no step reported yet."),
        shape=_path(
            f"{_CIRCLE}m0 1.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 1 0 0-11zm0 2.8a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 1 1 0-5.4z"
        ),
        character="◎",
        symbol="circle-open-dot",
        light="#616c7e",
        dark="#aab4c2",
    ),
    "challenge": Mark(
        word=N_("challenge named"),
        short=N_("challenge"),
        meaning=N_("The state named a challenge. By itself this never counts as zero; what is in place stays open."),
        shape=_path(f"{_DIAMOND}M7.1 4v5h1.8V4zm0 6.2V12h1.8v-1.8z"),
        character="◆",
        symbol="diamond",
        light="#9d5a0c",
        dark="#f0a95b",
    ),
    "continuing": Mark(
        word=N_("activity reported"),
        short=N_("ongoing"),
        meaning=N_("For activities that have no end: activity was reported."),
        shape=_path("M2.5 1l13 7-13 7z"),
        character="►",
        symbol="triangle-right",
        light="#6d5db5",
        dark="#b7a6ff",
    ),
    LAST_REPORTED: Mark(
        word=N_("last reported"),
        meaning=N_("The last annual event that was reported; its year has ended."),
        shape=_path("M13.5 1L.5 8l13 7z"),
        character="◄",
        symbol="triangle-left",
    ),
    ENDED: Mark(
        word=N_("no longer in force"),
        short=N_("not in force"),
        meaning=N_("It was in place for a stated period, which had ended by the day of the round."),
        shape=_path(f"{_SQUARE}M13 3L3 13h10z"),
        character="◩",
    ),
    NO_STEP: Mark(
        word=N_("no step reported"),
        short=N_("no step"),
        meaning=N_("The answer in a round is level 0: no step so far."),
        shape=_path(f"{_SQUARE}m1.7 1.7v9.6h9.6V3.2z"),
        character="□",
        symbol="square-open",
    ),
    "not_applicable": Mark(
        word=N_("not applicable"),
        meaning=N_("Asked for by the state with a reason. It is not counted."),
        shape=_path(f"{_DIAMOND}m0 2.2L2.5 8 8 13.5 13.5 8z"),
        character="◇",
        symbol="diamond-open",
    ),
    "not_available": Mark(
        word=N_("not available from the authority"),
        short=N_("not available"),
        meaning=N_("The authority states that it does not keep the figure, or gives a dash."),
        shape=_path("M1.5 6.5l5-5h3l-8 8zm0 5l10-10h3v3l-10 10h-3zm5 3l8-8v3l-5 5z"),
        character="▨",
    ),
    "not_reported": Mark(
        word=N_("requested, no answer yet"),
        short=N_("no answer yet"),
        meaning=N_("Asked on a known date, no answer yet. Never used for a state that was not asked."),
        shape=_path(f"{_SQUARE}m1.5 1.5v10h10V3zM4.5 4.5h7v7h-7z"),
        character="▣",
    ),
    "suppressed": Mark(
        word=N_("withheld by the disclosure rule"),
        short=N_("withheld"),
        meaning=N_("The figure exists, but the disclosure rule withholds it."),
        shape=_path("M3.5 7V5.5a4.5 4.5 0 0 1 9 0V7H15v8H1V7zm2.2 0h4.6V5.5a2.3 2.3 0 0 0-4.6 0z"),
        character="■",
    ),
    MENTIONED: Mark(
        word=N_("mentioned"),
        meaning=N_("No status, but bodies of the state said something about the theme."),
        shape=f'{_DOTS}<circle cx="8" cy="8" r="3.9"/>',
        character="◉",
    ),
    "not_asked": Mark(
        word=N_("not covered"),
        meaning=N_(
            "No body of the state says anything about it in a conference report or an answer, and nobody asked. It is "
            "neither an answer nor a refusal."
        ),
        shape=_DOTS,
        character="◌",
    ),
}
"""All marks by their codes, in the order in which a key explains them."""


def in_key_order(marks: Iterable[str]) -> tuple[str, ...]:
    """Return each of the marks once, in the order in which a key explains them."""
    found = set(marks)
    return tuple(each for each in MARKS if each in found)


@dataclass(frozen=True, slots=True)
class ReplySign:
    """A small sign beside a mark: its drawing on 12 x 12 units, and its character in files."""

    shape: str
    character: str


FLAG = _path("M2 0h1.4v12H2zM3.4 1H11L9 3.6 11 6H3.4z")
"""The drawing of the sign of a contested cell."""
REPLY_SIGNS: dict[Position, ReplySign] = {
    Position.CONFIRMED: ReplySign(_path("M1 6.6l1.4-1.4 2.3 2.4L9.8 2 11.2 3.4 4.7 10.5z"), "✓"),
    Position.CHANGED: ReplySign(_path("M1 3.4h10v1.7H1zM1 7h10v1.7H1zM7.6.8h1.8l-5 10.4H2.6z"), "≠"),
    Position.DISAGREES: ReplySign(FLAG, "⚑"),
}
"""What became of the reply of a state to a status; the words are those of the positions. An objection has the flag."""
ACT_SIGNS = {
    True: _path("M2 0h5v3.5h3.5V12H2zM8 0l2.5 2.5H8z"),
    False: _path("M2 0h6l2.5 2.5V12H2zm1.2 1.2v9.6h6.1V3.3H7.2V1.2z"),
}
"""The sign of an act on file, by whether an official publication has its text."""


def svg(code: str) -> str:
    """Return the drawing of a mark in its colour, as one document for paper."""
    mark = MARKS[code]
    colour = f'fill="{mark.light}" color="{mark.light}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" {colour}>{mark.shape}</svg>'


def style(dark: str) -> str:
    """Return the colours as a style sheet: variables, with other values under the selector `dark`, and a class each."""
    coloured = {code: mark for code, mark in MARKS.items() if mark.is_status}
    others = ",".join(f".s-{code}" for code in MARKS if code not in coloured)
    return "\n".join(
        (
            f":root{{{''.join(f'--{code}:{mark.light};' for code, mark in coloured.items())}--none:{NONE}}}",
            f"{dark}{{{''.join(f'--{code}:{mark.dark};' for code, mark in coloured.items())}--none:{NONE_DARK}}}",
            *(f".s-{code}{{color:var(--{code})}}" for code in coloured),
            f"{others}{{color:var(--none)}}",
        )
    )
