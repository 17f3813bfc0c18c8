"""The figures page: each state in fixed order, every figure with its period, body and locator.

Nothing is added up here, neither over states nor over headings, and nothing is sorted by value.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from bukhara.comparability import keys
from bukhara.comparability.axis_groups import AxisGroup, axis_groups, is_datable
from bukhara.comparability.part_sums import disagreeing_in
from bukhara.comparability.parts import Wholes
from bukhara.comparability.rate import FigurePredicate, rate_predicate
from bukhara.model.codes import BodyKind, State
from bukhara.model.countries import REGION
from bukhara.model.framework import Country, Framework
from bukhara.model.groups import group_by
from bukhara.model.observation import BREAKDOWNS, Observation, is_international
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.views.statistics.identified import KINDS, block_of
from bukhara.views.statistics.routes import ROUTES

REGISTERED = "registered"
REGISTERED_MEASURES = ("CTX-registered-strict", "CTX-registered-related")
BESIDE = (("CTX-proceedings", "initiated"), ("CTX-victims", "identified"))


class Part(StrEnum):
    """The cells of a measure of international statistics that are shown together."""

    TOTAL = "total"
    SEX_AGE = "sex_age"
    FORM = "form"
    FORM_SEX_AGE = "form_sex_age"
    CITIZENSHIP = "citizenship"
    REPATRIATED = "repatriated"


@dataclass(frozen=True, slots=True)
class StateStatistics:
    """One state, for one kind of identifying body where that matters (`block`, else empty).

    `axis_groups` have an axis each; `beside` are the numbers that no axis can show, then the gaps that have none;
    `figures` are all of them in stored order.
    """

    country: Country
    block: str
    axis_groups: tuple[AxisGroup, ...]
    beside: tuple[Observation, ...]
    figures: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """One topic: its states; `disagree` are the ids of its figures whose parts do not agree in the source."""

    topic: str
    states: tuple[StateStatistics, ...]
    framework: Framework
    sources: tuple[Source, ...]
    monthly: bool = False
    disagree: frozenset[str] = frozenset()

    @property
    def is_international(self) -> bool:
        """Whether the topic is a measure of international statistics."""
        return is_international(self.topic)


def topics(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the topics to choose from: registered offences, then each measure that has rows, in framework order.

    Routes have no numbers, so they are shown with the victims.
    """
    held = {o.indicator for o in snapshot.observations if not o.partner} - {ROUTES}
    return (REGISTERED, *(i.id for i in snapshot.framework.indicators if i.id in held))


def part_of(figure: Observation) -> Part:
    """Return the part of its measure that a figure belongs to."""
    if figure.stage == Part.REPATRIATED:
        return Part.REPATRIATED
    if figure.citizenship:
        return Part.CITIZENSHIP
    is_divided = bool(figure.sex or figure.age_group)
    if figure.form_of_exploitation:
        return Part.FORM_SEX_AGE if is_divided else Part.FORM
    return Part.SEX_AGE if is_divided else Part.TOTAL


def build(
    snapshot: Snapshot,
    *,
    topic: str = REGISTERED,
    countries: tuple[str, ...] = (),
    monthly: bool = False,
    part: str = Part.TOTAL,
) -> Statistics:
    """Return the figures of a topic, of these countries (or REG) if given; `monthly` gives monthly rates.

    Of a measure of international statistics only one `part` is shown: its cells overlap, and there are hundreds.
    """
    named = snapshot.observations if topic == REGISTERED else snapshot.once(_by_measure).get(topic, [])
    figures = [
        o
        for o in named
        if not o.partner and _belongs(o, topic, snapshot.framework) and (not o.is_international or part_of(o) == part)
    ]
    framework = snapshot.framework
    chosen = [c for c in framework.countries + framework.regions if not countries or c.code in countries]
    states = {c.code for c in framework.countries} if any(o.country != REGION for o in figures) else set()
    rated = rate_predicate(snapshot.sources) if monthly else None
    grouped = group_by(figures, lambda o: ("" if topic == REGISTERED else block_of(o), o.country))
    blocks = [block for block in ("", *KINDS) if any(name == block for name, _ in grouped)] or [""]
    shown = tuple(
        _state(topic, place, block, held, rated)
        for block in blocks
        for place in chosen
        if (held := grouped.get((block, place.code), [])) or (place.code in states and block in ("", "state"))
    )
    ids = {figure.observation_id for figure in figures}
    return Statistics(
        topic=topic,
        states=shown,
        framework=framework,
        sources=snapshot.sources,
        monthly=monthly,
        disagree=disagreeing_in(snapshot) & ids,
    )


def _state(
    topic: str, country: Country, block: str, held: list[Observation], rated: FigurePredicate | None
) -> StateStatistics:
    wholes = Wholes(held)
    drawn = _drawn(topic, held, wholes, rated)
    rows = [row for row in drawn if topic == REGISTERED or len(row.observations) > 1 or row.head.is_international]
    on_axis = {id(figure) for row in rows for figure in row.observations}
    rest = [o for o in held if id(o) not in on_axis]
    printed = (o for o in rest if _is_printed(o) and not wholes.has_part(o))
    return StateStatistics(
        country=country,
        block=block,
        axis_groups=tuple(rows),
        beside=(*printed, *(o for o in rest if not _is_printed(o))),
        figures=tuple(held),
    )


def _drawn(topic: str, held: list[Observation], wholes: Wholes, rated: FigurePredicate | None) -> list[AxisGroup]:
    """Return the rows: strict trafficking, wider headings, single classes, then figures of other bodies."""
    whole = [o for o in held if is_datable(o) and (o.is_international or not wholes.has_part(o))]
    numbers = sorted((o for o in whole if o.value is not None or o.is_masked), key=_by_period)
    gaps = [o for o in whole if o.state is State.NOT_AVAILABLE]
    rows = [_with_gaps(row, gaps) for row in axis_groups(numbers, within=("country", "reporter"), rated=rated)]
    return sorted(rows, key=lambda row: _place(row.head)) if topic == REGISTERED else rows


def _with_gaps(row: AxisGroup, gaps: list[Observation]) -> AxisGroup:
    """Add the gaps with the same key to a row of numbers: a gap has no height that a length could distort."""
    if row.per_month:
        return row
    own = (row.head.reporter, keys.key_of(row.head, leave_out=keys.TIME))
    same_key = [o for o in gaps if (o.reporter, keys.key_of(o, leave_out=keys.TIME)) == own]
    return replace(row, observations=tuple(sorted((*row.observations, *same_key), key=_by_period)))


def _by_period(figure: Observation) -> tuple[str, str]:
    return (str(figure.period_start or ""), str(figure.period_end or ""))


def _place(figure: Observation) -> int:
    if figure.indicator not in REGISTERED_MEASURES:
        return 3
    if figure.indicator == REGISTERED_MEASURES[0]:
        return 0
    return 1 if "_and_" in figure.offence_class else 2


def _is_printed(figure: Observation) -> bool:
    return figure.value is not None or figure.value_low is not None


def _by_measure(snapshot: Snapshot) -> dict[str, list[Observation]]:
    return group_by(snapshot.observations, lambda figure: figure.indicator)


def _belongs(figure: Observation, topic: str, framework: Framework) -> bool:
    if topic != REGISTERED:
        return figure.indicator == topic
    if figure.indicator in REGISTERED_MEASURES:
        return True
    body = framework.body(figure.reporter)
    is_civil_society = body is not None and body.kind is BodyKind.CIVIL_SOCIETY
    breakdown = any(getattr(figure, name) for name in BREAKDOWNS)
    return is_civil_society and (figure.indicator, figure.stage) in BESIDE and not breakdown
