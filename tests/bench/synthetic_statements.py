"""The statements of the synthetic record: of states, of a report and of civil society, about every indicator."""

from dataclasses import dataclass
from random import Random

from bukhara.model.codes import BodyKind, EvidenceGrade, IndicatorType, Kind, Scope, State, Status
from bukhara.model.framework import Framework, Indicator, Item
from bukhara.model.statement import Statement
from tests.bench.synthetic_figures import STATES

REGION = "REG"
OWN_SHARE, SOCIETY_SHARE, REGION_SHARE, GAP_SHARE = 0.6, 0.15, 0.15, 0.1
KINDS = (Kind.IMPLEMENTATION,) * 12 + (Kind.CHALLENGE, Kind.NEED, Kind.RECOMMENDATION)
MILESTONE = (Status.IN_PLACE, Status.UNDER_WAY, Status.PLANNED, Status.IN_PLACE)
WORDS = (
    "a national plan for the next years was approved by the government",
    "officers of all regions were trained to recognise victims early",
    "the shelter is financed from the state budget",
    "a referral mechanism names the bodies and their tasks",
    "specialised units work in the capital and in two regions",
    "amendments to the criminal code are before the parliament",
    "information in three languages is given at border crossings",
)
WORDS_RU = (
    "правительство утвердило национальный план на следующие годы",
    "сотрудники всех регионов обучены раннему выявлению жертв",
    "приют финансируется из государственного бюджета",
    "механизм перенаправления определяет органы и их задачи",
    "в столице и двух областях работают специальные подразделения",
    "поправки в уголовный кодекс внесены в парламент",
    "на пунктах пропуска выдаются сведения на трёх языках",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Statements by who makes them; none has a source yet."""

    own: tuple[Statement, ...]
    report: tuple[Statement, ...]
    society: tuple[Statement, ...]


def statements(framework: Framework, count: int, seed: int) -> Statements:
    """Return that many statements."""
    random = Random(seed)
    own, society = int(count * OWN_SHARE), int(count * SOCIETY_SHARE)
    return Statements(
        own=tuple(_statement(framework, n, BodyKind.STATE, random) for n in range(own)),
        report=tuple(_statement(framework, n, BodyKind.INTERNATIONAL, random) for n in range(own, count - society)),
        society=tuple(_statement(framework, n, BodyKind.CIVIL_SOCIETY, random) for n in range(count - society, count)),
    )


def _statement(framework: Framework, n: int, kind: BodyKind, random: Random) -> Statement:
    regional = kind is BodyKind.INTERNATIONAL and random.random() < REGION_SHARE / (1 - OWN_SHARE)
    country = REGION if regional else STATES[n % len(STATES)]
    scope = Scope.REGION if regional else Scope.COUNTRY
    item = random.choice([each for each in framework.items if each.scope is scope])
    indicator = random.choice([each for each in item.indicators if each.type is not IndicatorType.MEASURE])
    bodies = [b.name for b in framework.bodies if b.kind is kind and b.country in (country, "INT")]
    if random.random() < GAP_SHARE and kind is BodyKind.STATE:
        return Statement(
            country=country, item=item.id, indicator=indicator.id, kind=Kind.IMPLEMENTATION, state=State.NOT_AVAILABLE
        )
    text = KINDS[random.randrange(len(KINDS))]
    first, second = random.randrange(len(WORDS)), random.randrange(len(WORDS))
    year = random.randrange(2015, 2026)
    return Statement(
        country=country,
        item=item.id,
        indicator=indicator.id,
        kind=text,
        state=State.VALUE,
        status=_status(item, indicator, text, random),
        since=str(year) if text is Kind.IMPLEMENTATION and random.random() < 0.5 else "",
        statement=f"In {year}, {WORDS[first]}, and {WORDS[second]} (no. {n}).",
        statement_translation=f"В {year} году {WORDS_RU[first]}; {WORDS_RU[second]} (№ {n}).",
        body=random.choice(bodies),
        partner="IOM" if random.random() < 0.15 else "",
        evidence_grade=random.choice(tuple(EvidenceGrade)),
        quote=f"in {year} {WORDS[first]} (no. {n})",
    )


def _status(item: Item, indicator: Indicator, text: Kind, random: Random) -> Status | None:
    if text is not Kind.IMPLEMENTATION or indicator.id not in {each.id for each in item.milestones}:
        return None
    if indicator.type is IndicatorType.ACTIVITY:
        return Status.CONTINUING
    return random.choice(MILESTONE)
