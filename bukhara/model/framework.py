"""The framework: the items, indicators, countries and method that indicators.yaml defines.

Names, forms and limits of the fields are those of the file: pydantic checks it against these classes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from bukhara.model.codes import (
    Basis,
    BodyKind,
    IndicatorType,
    ItemKind,
    ReadingKind,
    Scope,
    Status,
)
from bukhara.model.derived import Derived
from bukhara.model.field_forms import Count, Identifier, Language, Lines, Number, PlaceCode, Some, Weight
from bukhara.model.method import Method
from bukhara.model.text import EarlierName, Text

# Reading has a field named date, which hides the type of that name.
Day = date


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state or one of the regions REG and INT; `short` is its name in column headings."""

    code: PlaceCode
    name: Text
    short: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One of the annual conferences; `when` is an ISO day, month or year, as exact as the source gives it.

    `public_source` is the id of a public source, not confirmed, that reports a planned conference as held.
    """

    id: str
    number: Number
    when: str
    start: date | None = None
    end: date | None = None
    place: Text
    host: str = ""
    state: Literal["held", "planned", "unknown"]
    quote: str = ""
    line: Lines = ""
    public_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationPassage:
    """A passage of the report that speaks of the Declaration: its line, a short quote, and what it says of it."""

    line: Lines
    quote: str
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article of the Declaration in the language `lang`, and the ids of the items that it is about."""

    article: str
    text: str
    lang: Language = "en"
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """The Declaration: `passages` speak of it; `articles` are its own, once its text is the source `source`."""

    title: Text
    heading: Text
    note: Text
    passages: tuple[DeclarationPassage, ...] = ()
    articles: tuple[Article, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """One of the four pillars: prevention, protection, prosecution, partnership."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic across the themes, with the written condition for a statement to carry it."""

    code: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    name: Text
    condition: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCoding:
    """The status that the second coder gave to a milestone of a state and that was not kept."""

    country: str
    indicator: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class CellOfTheme:
    """A theme of a state."""

    country: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSession:
    """The lines `first` to `last` of a report, with the name of their session ("the follow-up session").

    In a session of `each_state` every state had a section to speak in.
    """

    first: Number
    last: Number
    name: Text
    each_state: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A coding of a published report, or a round in which all states were asked the same questions.

    The second coding is of the day `coded_on`, by the conditions of the framework `coded_by`: of `compared` milestones
    `agreed` got the same status; `second_coding` lists the others. `beside` are themes about which the report has
    statements of the state that are about something else. Of a round that was sent, `countries` are the states that
    answered; a reading of the framework is about all (empty).
    """

    id: str
    kind: ReadingKind = ReadingKind.READING
    date: Day
    title: Text
    source_id: str = ""
    sent: Day | None = None
    due: Day | None = None
    coded_on: Day | None = None
    coded_by: str = ""
    compared: Count | None = None
    agreed: Count | None = None
    second_coding: tuple[OtherCoding, ...] = ()
    beside: tuple[CellOfTheme, ...] = ()
    sessions: tuple[ReportSession, ...] = ()
    countries: tuple[str, ...] = ()

    def is_about(self, codes: Iterable[str]) -> bool:
        """Return whether it is about each of these states."""
        return not self.countries or set(codes) <= set(self.countries)

    def session_of(self, line: int) -> ReportSession | None:
        """Return the session with a line of the report, or None."""
        return next((each for each in self.sessions if each.first <= line <= each.last), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An institution, which stays the same where it is renamed; never a person."""

    name: Text
    country: str
    kind: BodyKind
    earlier: tuple[EarlierName, ...] = ()

    @property
    def names(self) -> tuple[Text, ...]:
        """Its present name and those before it."""
        return self.name, *(each.name for each in self.earlier)

    @property
    def key(self) -> str:
        """Its English name, by which records name it."""
        return self.name.in_("en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The written conditions for the answers none, partly and in place of a milestone.

    `full_answer` names what is asked for beside: act, number, date. It decides no status.
    """

    none: Text
    in_place: Text
    not_counted: Text
    partly: Text | None = None
    full_answer: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The matching entries in other lists: Palermo Protocol, SDG, GLOTIP, and the objects of IC-TIP (`ictip`)."""

    protocol: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    glotip: str = ""
    ictip: tuple[Literal["events", "victims", "perpetrators", "reporting_entities"], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExploitationForm:
    """A form of exploitation as coded here, with its name in HTCDS v2.0."""

    code: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    htcds: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]*$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedSeries:
    """One series of figures that each state is asked for, with what its measure presets."""

    stage: str = ""
    offence_class: str = ""
    identifying_body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One question about an item, or a context or partner measure (then `item` is empty).

    States are asked for the `series` of a measure; a measure without series is what others observe. An answer "in
    place" to an `annual` question holds to the end of its year.
    """

    id: Identifier
    item: str = ""
    type: IndicatorType
    name: Text
    conditions: Conditions | None = None
    definition: Text | None = None
    group: str = ""
    unit: str = ""
    counting_unit: str = ""
    periods: tuple[str, ...] = ()
    disaggregations: tuple[str, ...] = ()
    direction: Literal["none", "up", "down", "band"] = "none"
    series: tuple[AskedSeries, ...] = ()
    value: str = ""
    annual: bool = False
    weight: Weight = 1.0
    crosswalk: Crosswalk = Crosswalk()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Rows of a retired indicator that are about another one: those of a source and locator; all if both are empty."""

    indicator: str
    to: str
    source: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A commitment, theme or conclusion that is monitored, from `added_on` to the day before `retired_on`."""

    id: Identifier
    name: Text
    short: Text
    description: Text
    pillar: str
    basis: Basis
    scope: Scope
    kind: ItemKind
    applies_from: date
    from_round: bool
    weight: Weight
    quote: str
    line: Lines = ""
    crosswalk: Crosswalk
    indicators: Some[Indicator]
    topics: tuple[str, ...] = ()
    in_readings: bool = True
    added_on: date | None = None
    retired_on: date | None = None
    moved: tuple[Move, ...] = ()

    def is_listed(self, day: date) -> bool:
        """Return whether the item is in the list on a day."""
        return (self.added_on or day) <= day and (self.retired_on is None or day < self.retired_on)

    @property
    def milestones(self) -> tuple[Indicator, ...]:
        """The indicators that decide the status of the item: milestones and activities."""
        deciding = (IndicatorType.MILESTONE, IndicatorType.ACTIVITY)
        return tuple(i for i in self.indicators if i.type in deciding)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionNote:
    """What a version of the framework changed."""

    version: str
    date: date
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Derived):
    """The content of indicators.yaml; `countries` are in the fixed order of columns."""

    version: str
    languages: Some[Language]
    instrument: Instrument
    method: Method
    countries: Some[Country]
    regions: Some[Country]
    conferences: Some[Conference]
    pillars: Some[Pillar]
    readings: Some[Reading]
    bodies: Some[Body]
    items: Some[Item]
    measures: tuple[Indicator, ...]
    forms: tuple[ExploitationForm, ...] = ()
    places: tuple[Country, ...] = ()
    exercise: bool = False
    versions: tuple[VersionNote, ...] = ()
    topics: tuple[Topic, ...] = ()

    def item(self, item_id: str) -> Item:
        """Return the item of an id, or raise KeyError."""
        return self.once(_items)[item_id]

    def indicator(self, indicator_id: str) -> Indicator:
        """Return the indicator or measure of an id, or raise KeyError."""
        return self.once(_indicators)[indicator_id]

    def articles_of(self, item: Item) -> tuple[Article, ...]:
        """Return the articles on which an item rests; none if it rests on anything else."""
        return tuple(each for each in self.instrument.articles if item.basis is Basis.ARTICLE and item.id in each.items)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all items, followed by the context and partner measures."""
        return tuple(i for item in self.items for i in item.indicators) + self.measures

    def country(self, code: str) -> Country:
        """Return the state or region of a code, or raise KeyError."""
        return _with_code(self.countries + self.regions, code)

    def body(self, name: str) -> Body | None:
        """Return the institution that has or had a name, in any language; None for a name that is not listed."""
        return self.once(_bodies).get(name)

    def place(self, code: str) -> Country:
        """Return the state, region or other country of a code, or raise KeyError."""
        return _with_code(self.countries + self.regions + self.places, code)

    def topics_under(self, indicator_id: str) -> frozenset[str]:
        """Return the topics of everything under an indicator or measure: its own and those of its item."""
        return self.once(_topics).get(indicator_id, frozenset())

    def htcds(self, form: str) -> str:
        """Return the HTCDS v2.0 name of a form of exploitation, or an empty string if it has none."""
        return next((each.htcds for each in self.forms if each.code == form), "")


def _with_code(places: tuple[Country, ...], code: str) -> Country:
    found = next((place for place in places if place.code == code), None)
    if found is None:
        raise KeyError(code)
    return found


def _items(framework: Framework) -> dict[str, Item]:
    return {item.id: item for item in reversed(framework.items)}


def _indicators(framework: Framework) -> dict[str, Indicator]:
    return {indicator.id: indicator for indicator in reversed(framework.indicators)}


def _bodies(framework: Framework) -> dict[str, Body]:
    every = reversed(framework.bodies)
    return {name: body for body in every for text in body.names for _, name in text.by_language}


def _topics(framework: Framework) -> dict[str, frozenset[str]]:
    of_items = {i.id: frozenset({*item.topics, *i.topics}) for item in framework.items for i in item.indicators}
    return of_items | {measure.id: frozenset(measure.topics) for measure in framework.measures}
