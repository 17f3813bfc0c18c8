"""The figures of the synthetic record: sums that hold, two bodies on some of them, and planted differences."""

import zlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import NamedTuple

from bukhara.model.codes import PeriodBasis, Qualifier, State
from bukhara.model.observation import Observation

STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
POLICE = {
    "KAZ": "Ministry of Internal Affairs of Kazakhstan",
    "KGZ": "Ministry of Internal Affairs of the Kyrgyz Republic",
    "TJK": "Ministry of Internal Affairs of Tajikistan",
    "TKM": "Prosecutor General's Office of Turkmenistan",
    "UZB": "Ministry of Internal Affairs of Uzbekistan",
}
SECOND = "UNODC"
PARTNERS = ("UNODC", "IOM", "OSCE Programme Office in Astana", "Winrock International (SMICA)", "UNDP")
SUPPORT = ("training", "law_and_policy", "direct_assistance", "information_campaign")
SEXES, AGES, FORMS = ("female", "male"), ("adult", "minor"), ("sexual_exploitation", "labour_exploitation")
ROUTES = ("RUS", "TUR", "ARE", "IND", "IDN", "SAU", "BHR", "QAT")
LAST_YEAR = 2025
YEARS = 30
PLANTED_SHARE, SECOND_SHARE, PARTNER_SHARE, ROUTE_SHARE = 0.02, 0.15, 0.2, 0.05


class Measure(NamedTuple):
    """One series: what it counts, at which stage, of which offences, by whom it was identified."""

    indicator: str
    counting_unit: str
    stage: str
    offence_class: str
    identifying_body: str = ""


MEASURES = (
    Measure("CTX-victims", "victim", "identified", "trafficking", "police"),
    Measure("CTX-registered-strict", "offence", "registered", "trafficking"),
    Measure("CTX-registered-related", "offence", "registered", "trafficking_and_related"),
    Measure("CTX-proceedings", "case", "sent_to_court", "trafficking"),
    Measure("CTX-prosecuted", "person", "prosecuted", "trafficking"),
    Measure("CTX-prosecuted", "person", "convicted", "trafficking"),
    Measure("CTX-victims", "victim", "assisted", "trafficking"),
)


class Stretch(NamedTuple):
    """A period and the half-years that it is made of; `rank` is low for the newest."""

    start: date
    end: date
    halves: tuple[tuple[int, int], ...]
    rank: int


class Cell(NamedTuple):
    """A cell of the breakdowns; empty is the total."""

    sex: str = ""
    age_group: str = ""
    form_of_exploitation: str = ""


CELLS = (
    Cell(),
    *(Cell(sex=sex) for sex in SEXES),
    *(Cell(age_group=age) for age in AGES),
    *(Cell(form_of_exploitation=form) for form in FORMS),
    *(Cell(sex=sex, age_group=age) for sex, age in product(SEXES, AGES)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures by who gives them; `planted` of those of the second body differ from the first body's."""

    own: tuple[Observation, ...]
    second: tuple[Observation, ...]
    partners: tuple[Observation, ...]
    planted: int


def figures(count: int, seed: int) -> Figures:
    """Return about `count` figures, none of which has a source yet."""
    random = Random(seed)
    planted, given_twice = int(count * PLANTED_SHARE), int(count * SECOND_SHARE)
    partners, routes = int(count * PARTNER_SHARE), int(count * ROUTE_SHARE)
    own = own_figures(count - planted - given_twice - partners - routes)
    return Figures(
        own=(*own, *_routes(routes)),
        second=_second(own, planted, given_twice, random),
        partners=_partners(partners),
        planted=planted,
    )


def own_figures(count: int) -> tuple[Observation, ...]:
    """Return the first figures of the states' own bodies: the newest periods and the totals come first."""
    keys = [(n + stretch.rank, stretch, cell) for stretch in _stretches() for n, cell in enumerate(CELLS)]
    keys.sort(key=lambda key: (key[0], key[1].start, key[1].end, key[2]))
    every = (
        _own(country, measure, stretch, cell)
        for _, stretch, cell in keys
        for measure, country in product(MEASURES, STATES)
    )
    return tuple(figure for figure, _ in zip(every, range(count), strict=False))


def _stretches() -> list[Stretch]:
    """Return years, half-years and stretches of 18 months, which overlap."""
    found = []
    for rank, year in enumerate(range(LAST_YEAR, LAST_YEAR - YEARS, -1)):
        first, second = (year, 1), (year, 2)
        found.append(Stretch(date(year, 1, 1), date(year, 12, 31), (first, second), rank))
        found.append(Stretch(date(year, 1, 1), date(year, 6, 30), (first,), rank + 1))
        found.append(Stretch(date(year, 7, 1), date(year, 12, 31), (second,), rank + 1))
        if year % 2 and year < LAST_YEAR:
            halves = (first, second, (year + 1, 1))
            found.append(Stretch(date(year, 1, 1), date(year + 1, 6, 30), halves, rank + 2))
    return found


def _own(country: str, measure: Measure, stretch: Stretch, cell: Cell) -> Observation:
    return Observation(
        country=country,
        **measure._asdict(),
        **cell._asdict(),
        value=float(_value(country, measure, stretch, cell)),
        state=State.VALUE,
        qualifier=Qualifier.EXACT,
        unit="count",
        territorial_scope="national",
        period_start=stretch.start,
        period_end=stretch.end,
        period_basis=PeriodBasis.STATED,
        reporter=POLICE[country],
    )


def _value(country: str, measure: Measure, stretch: Stretch, cell: Cell) -> int:
    """Return the sum of the smallest cells that a figure covers, so that parts and wholes agree."""
    return sum(
        _smallest(country, measure, half, smallest)
        for half in stretch.halves
        for smallest in product(SEXES, AGES, FORMS)
        if all(wanted in ("", part) for wanted, part in zip(cell, smallest, strict=True))
    )


def _smallest(country: str, measure: Measure, half: tuple[int, int], cell: tuple[str, ...]) -> int:
    if measure.offence_class == "trafficking_and_related":
        narrow = MEASURES[1]
        return _smallest(country, narrow, half, cell) + 1 + _drawn(country, *measure, *half, *cell) % 5
    return 3 + _drawn(country, *measure, *half, *cell) % 20


def _drawn(*parts: object) -> int:
    return zlib.crc32("|".join(map(str, parts)).encode())


def _second(own: tuple[Observation, ...], planted: int, given_twice: int, random: Random) -> tuple[Observation, ...]:
    """Return the figures of a second body: another total for some years, the same number for other figures."""
    totals = [o for o in own if not (o.sex or o.age_group or o.form_of_exploitation) and o.period.months == 12]
    other = random.sample(totals, planted)
    differing = {o.observation_id for o in other}
    same = random.sample([o for o in own if o.observation_id not in differing], given_twice)
    rows = [replace(o, value=float(int((o.value or 0) * 1.3) + 3)) for o in other] + same
    random.shuffle(rows)
    return tuple(replace(o, reporter=SECOND) for o in rows)


def _partners(count: int) -> tuple[Observation, ...]:
    keys = product(range(LAST_YEAR, 1900, -1), STATES, PARTNERS, SUPPORT, ("PRT-trained", "PRT-supported"))
    return tuple(_partner(n, *key) for n, key in zip(range(count), keys, strict=False))


def _partner(n: int, year: int, country: str, partner: str, support: str, indicator: str) -> Observation:
    return Observation(
        country=country,
        indicator=indicator,
        value=float(10 + n % 90),
        state=State.VALUE,
        unit="count",
        counting_unit="person" if indicator == "PRT-trained" else "body",
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
        period_basis=PeriodBasis.STATED,
        reporter=partner,
        partner=partner,
        kind_of_support=support,
    )


def _routes(count: int) -> tuple[Observation, ...]:
    keys = product(range(LAST_YEAR, 1900, -1), STATES, ROUTES)
    return tuple(_route(*key) for key, _ in zip(keys, range(count), strict=False))


def _route(year: int, country: str, destination: str) -> Observation:
    start = date(year, 1, 1)
    return Observation(
        country=country,
        indicator="CTX-routes",
        value=1.0,
        state=State.VALUE,
        unit="count",
        counting_unit="mention",
        stage="destination",
        offence_class="trafficking",
        territorial_scope=destination,
        period_start=start,
        period_end=start + timedelta(days=364),
        period_basis=PeriodBasis.STATED,
        reporter=POLICE[country],
    )
