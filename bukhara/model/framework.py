"""What is monitored, as indicators.yaml defines it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import (
    Basis,
    BodyKind,
    EvidenceGrade,
    IndicatorType,
    ItemKind,
    ReadingKind,
    Scope,
    SourceClass,
    Status,
)
from bukhara.model.derived import Derived
from bukhara.model.text import Text

Day = date


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state, or REG / INT; `short` is the column heading."""

    code: str
    name: Text
    short: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One of the annual conferences; `when` is an ISO day, month or year as the source prints it."""

    id: str
    number: int
    when: str
    start: date | None
    end: date | None
    place: Text
    host: str
    state: str
    quote: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """One of the four Ps."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCoding:
    """The status that one of two codings gave to a milestone of a state and that was not kept."""

    country: str
    indicator: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A coding of a published report, or a round in which all were asked the same.

    `agreed` of `compared` milestone codings were the same when coded twice; `second_coding` holds the rest.
    """

    id: str
    kind: ReadingKind
    date: Day
    title: Text
    source_id: str = ""
    sent: Day | None = None
    due: Day | None = None
    compared: int | None = None
    agreed: int | None = None
    second_coding: tuple[OtherCoding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An institution; never a person."""

    name: str
    translated: Text
    country: str
    kind: BodyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The written conditions of a milestone."""

    none: Text
    in_place: Text
    not_counted: Text
    partly: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """The same item or measure in other lists; `ictip` names the objects of IC-TIP that it is about."""

    protocol: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    glotip: str = ""
    ictip: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of exploitation as the sources name it, with its name in HTCDS v2.0."""

    code: str
    htcds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One question about an item, or a context or partner measure (`item` empty)."""

    id: str
    item: str
    type: IndicatorType
    name: Text
    conditions: Conditions | None = None
    definition: Text | None = None
    group: str = ""
    unit: str = ""
    counting_unit: str = ""
    periods: tuple[str, ...] = ()
    disaggregations: tuple[str, ...] = ()
    direction: str = "none"
    value: str = ""
    ends: bool = False
    weight: float = 1.0
    crosswalk: Crosswalk = Crosswalk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A commitment, theme or conclusion, with what it rests on."""

    id: str
    name: Text
    description: Text
    pillar: str
    basis: Basis
    scope: Scope
    kind: ItemKind
    applies_from: date
    from_round: bool
    weight: float
    quote: str
    line: str
    crosswalk: Crosswalk
    indicators: tuple[Indicator, ...]

    @property
    def milestones(self) -> tuple[Indicator, ...]:
        """The indicators that decide the item's status."""
        deciding = (IndicatorType.MILESTONE, IndicatorType.ACTIVITY)
        return tuple(i for i in self.indicators if i.type in deciding)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The parameters in force (method.md); every result names `version`."""

    version: str
    bukhara_date: date
    evidence_caps: tuple[tuple[EvidenceGrade, float], ...]
    source_grades: tuple[tuple[SourceClass, EvidenceGrade], ...]
    coverage_band: float
    coverage_bar: float
    min_items: int
    pace_on: float
    pace_behind: float
    tolerance: float
    noise_p: float
    draws: int
    seed: int
    weight_low: float
    weight_high: float

    def cap(self, grade: EvidenceGrade) -> float:
        """Return the highest level that evidence of `grade` can carry, 0-1."""
        return dict(self.evidence_caps)[grade]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Derived):
    """Everything indicators.yaml says; `countries` is the fixed order of columns."""

    version: str
    languages: tuple[str, ...]
    title: Text
    heading: Text
    note: Text
    method: Method
    countries: tuple[Country, ...]
    regions: tuple[Country, ...]
    conferences: tuple[Conference, ...]
    pillars: tuple[Pillar, ...]
    readings: tuple[Reading, ...]
    bodies: tuple[Body, ...]
    items: tuple[Item, ...]
    measures: tuple[Indicator, ...]
    forms: tuple[Form, ...] = ()
    places: tuple[Country, ...] = ()
    exercise: bool = False

    def item(self, item_id: str) -> Item:
        """Return the item of that id; KeyError where there is none."""
        return self.once(_items)[item_id]

    def indicator(self, indicator_id: str) -> Indicator:
        """Return the indicator or measure of that id; KeyError where there is none."""
        return self.once(_indicators)[indicator_id]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators of all items, then the context and partner measures."""
        return tuple(i for item in self.items for i in item.indicators) + self.measures

    def country(self, code: str) -> Country:
        """Return the state or region of that code; KeyError where there is none."""
        for country in self.countries + self.regions:
            if country.code == code:
                return country
        raise KeyError(code)

    def body(self, name: str) -> Body | None:
        """Return the institution of that English name, or None."""
        return self.once(_bodies).get(name)

    def place(self, code: str) -> Country:
        """Return the state, region or other country of that code; KeyError where there is none."""
        for place in self.countries + self.regions + self.places:
            if place.code == code:
                return place
        raise KeyError(code)

    def htcds(self, form: str) -> str:
        """Return the name of a form of exploitation in HTCDS v2.0, empty where none is listed."""
        return next((each.htcds for each in self.forms if each.code == form), "")


def _items(framework: Framework) -> dict[str, Item]:
    return {item.id: item for item in reversed(framework.items)}


def _indicators(framework: Framework) -> dict[str, Indicator]:
    return {indicator.id: indicator for indicator in reversed(framework.indicators)}


def _bodies(framework: Framework) -> dict[str, Body]:
    return {body.name: body for body in reversed(framework.bodies)}
