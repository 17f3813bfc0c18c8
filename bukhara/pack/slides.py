"""The slides of a pack, without a file format: text in one language, tables, plots, notes and sources.

Every writer of a format reads these classes only, so that all formats have the same words and numbers.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bukhara.charts.chart import Chart
from bukhara.charts.series import SeriesForm
from bukhara.charts.shapes import Drawing
from bukhara.model.codes import Qualifier
from bukhara.model.observation import Observation
from bukhara.model.period import PeriodType


class SlideKind(StrEnum):
    """The kinds of slides, in the order in which a pack suggests them."""

    TITLE = "title"
    MATRIX = "matrix"
    CHANGES = "changes"
    COUNTRY = "country"
    THEME = "theme"
    FIGURES = "figures"
    CHALLENGES = "challenges"
    STEPS = "steps"
    CONTESTED = "contested"
    QUESTIONS = "questions"
    STATISTICS = "statistics"
    ALL_CONTESTED = "all-contested"


ANNEX = frozenset((SlideKind.STATISTICS, SlideKind.ALL_CONTESTED))
"""The kinds of slides that are not for the talk: they follow it, for questions and for reading."""


MINUTES = {
    SlideKind.MATRIX: 2,
    SlideKind.CHANGES: 2,
    SlideKind.FIGURES: 2,
    SlideKind.CHALLENGES: 3,
    SlideKind.COUNTRY: 3,
    SlideKind.THEME: 2,
    SlideKind.CONTESTED: 2,
    **dict.fromkeys((SlideKind.QUESTIONS, *ANNEX), 0),
}
"""The minutes suggested for a slide; one for a kind that is not listed, none for the annex and for what is hidden."""
QUESTION_MINUTES = 5
"""Those of the questions that the organisers ask."""
SPEAKER_MINUTES = 7
"""The minutes suggested for a speaker."""
_NUMBER = re.compile(r" \(\d+/\d+\)$")
"""The number of a slide among those of its subject, such as "(2/3)"; it follows what is kept and in which order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlidePoint:
    """One line of a list: what it is about, and the text."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[SlidePoint, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, with the body that reported them, the title of the source and their place in it."""

    text: str
    body: str
    title: str
    place: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotMark:
    """One figure of a plot in words. A range, a masked number and a gap have no value; `text` is always what is shown.

    Attributes:
        figure: the figure in the record.
        period: the period in words.
        text: the number with its qualifier, or the state of the value, in words.
        short: the same in few words, for a narrow place.
        about: what sets the figure apart from the others of its slide: stage, class or breakdown in words.
        body: the reporting body.
        remark: what must be said with the figure: that its parts do not agree in the source. Empty for most.
    """

    figure: Observation
    period: str
    text: str
    short: str
    about: str
    body: str
    remark: str = ""

    @property
    def year(self) -> int | None:
        """The year in which the period begins, if it is known."""
        return self.figure.period_start.year if self.figure.period_start else None

    @property
    def can_be_drawn(self) -> bool:
        """Whether a chart with one category for each year may show this figure: masked figures and gaps are labels."""
        plain = self.figure.qualifier in (None, Qualifier.EXACT, Qualifier.ABOUT)
        return self.figure.period.type is PeriodType.YEAR and (plain or self.figure.is_masked)


@dataclass(frozen=True, slots=True)
class Plot:
    """The figures of one state: on its own axis (`marks`) and those without a place on it (`beside`).

    `colour` is the position of the state in the fixed order; `form` is how its series is drawn; `empty` says in words
    why there is no figure.
    """

    country: str
    name: str
    colour: int
    form: SeriesForm
    marks: tuple[PlotMark, ...]
    beside: tuple[PlotMark, ...]
    empty: str

    @property
    def is_native(self) -> bool:
        """Whether an office program can draw it as a chart: only years, and no range or "more than"."""
        numbers = [mark for mark in self.marks if mark.figure.value is not None]
        return bool(numbers) and all(mark.can_be_drawn for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Plots:
    """One measure: the chart of the dashboard (`chart.figure` is its picture) and the same figures state by state.

    `unit` is what the numbers count. `first` and `last` are the years of the axes.
    """

    chart: Chart
    unit: str
    plots: tuple[Plot, ...]
    first: int
    last: int


Block = Drawing | Points | Plots


@dataclass(frozen=True, slots=True)
class Notes:
    """The speaker's notes: sentences to read out, quotes with body and place, and cautions."""

    say: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide in one language. Its title is a message; `about` is its subject, a small line above the title.

    `subject` is the same in every language and release; slides of one subject are `matrix-1`, `matrix-2` by their `id`.
    `label` is a line that must be read with the slide, such as "not confirmed"; empty for most slides.
    `is_hidden` is True for the annex, which a show passes over.
    `letters` is the size of the letters of its lists, in points of a page of 960 x 540: the largest that have space.
    `facts` are the ids of the statuses, statements and figures that it shows: the same in every language.
    """

    id: str
    subject: str
    kind: SlideKind
    language: str
    title: str
    blocks: tuple[Block, ...]
    notes: Notes
    sources: tuple[str, ...]
    minutes: int
    about: str = ""
    label: str = ""
    facts: tuple[str, ...] = ()
    letters: float = 18.0
    is_hidden: bool = False

    @property
    def is_of_talk(self) -> bool:
        """Whether it is for the talk: questions are where the organisers ask them, which their label says."""
        return bool(self.label) if self.kind is SlideKind.QUESTIONS else self.kind not in ANNEX


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The slides with what every page of a file repeats.

    Attributes:
        title: the title of the whole.
        languages: the languages of its slides.
        release: the number of the release.
        as_of: the day of the answers.
        footers: for each language the line with release, date and disclaimer.
        warnings: for each language "EXERCISE" or "DRAFT" with its explanation; empty for the published record.
        slides: the slides in order.
        address: the address of the dashboard, empty if it is not known.
        countries: for each language the codes and short names of its states, in the fixed order.
        template: the PowerPoint template of an organisation for the slides; empty for our own.
    """

    title: str
    languages: tuple[str, ...]
    release: int
    as_of: date
    footers: dict[str, str]
    warnings: dict[str, str]
    slides: tuple[Slide, ...]
    address: str = ""
    countries: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    template: bytes = b""


def divided_subject(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Return the slides of one subject; if there are several, with letters of one size and numbers in title and id."""
    if len(slides) < 2:
        return tuple(slides)
    letters = min(slide.letters for slide in slides)
    return numbered([replace(s, id=f"{s.id}-{n}", letters=letters) for n, s in enumerate(slides, start=1)])


def numbered(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Return slides of one language with the numbers in their titles that they have in this order."""
    totals, seen = Counter(slide.subject for slide in slides), Counter[str]()
    found = []
    for slide in slides:
        seen[slide.subject] += 1
        n, total = seen[slide.subject], totals[slide.subject]
        title = _NUMBER.sub("", slide.title)
        found.append(replace(slide, title=f"{title} ({n}/{total})" if total > 1 else title))
    return tuple(found)
