"""An invented snapshot: all six states, a zero, two citations, text that a spreadsheet would run."""

from dataclasses import replace
from datetime import date

from bukhara.comparability.differences import differences
from bukhara.model.codes import Kind, PeriodBasis, Qualifier, SourceClass, State, Status
from bukhara.model.framework import Country
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from tests.unit.progress.build import STATES, framework, item, snapshot, source, statement, text

FORMULAS = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\rx",
    "\nx",
    "  =1",
    '"=1',
    "\u201c=1",
    "\uff1d1",
    "\uff0b1",
    "\u00a0@x",
    "=cmd|' /C calc'!A0",
)
STATE_OF = dict(zip(("TKM", "KAZ", "UZB", "KGZ", "TJK", "REG"), State, strict=True))


def figure(country: str = "KAZ", value: float | None = 7.0, state: State = State.VALUE, **changes: object):
    values = {
        "indicator": "BD-1.1",
        "unit": "count",
        "qualifier": Qualifier.EXACT,
        "period_start": date(2022, 1, 1),
        "period_end": date(2022, 12, 31),
        "period_basis": PeriodBasis.STATED,
        "source_id": "report",
        "source_locator": "L1",
        "quote": "seven cases",
    }
    return Observation(country=country, value=value, state=state, **{**values, **changes})


def sample(*observations: Observation) -> Snapshot:
    regions = tuple(Country(code=c, name=text(c), short=text(c)) for c in ("REG", "INT"))
    frame = framework(item("BD-1"), item("BD-2", pillar="protection"), regions=regions)
    partner = source("partner", source_class=SourceClass.PARTNER, title="Partner's account", access="internal",
                     address="https://example.org/secret")  # fmt: skip
    shot = snapshot(
        frame,
        statement(Status.IN_PLACE, country="UZB", since="2022", statement="A Plan was ADOPTED.", quote="the plan"),
        statement(
            Status.PLANNED, "BD-2.1", "KAZ", statement="=HYPERLINK(1)", source_locator="L1 | L9", quote="one | two"
        ),
        statement(Status.CHALLENGE, "BD-2.1", "TJK", kind=Kind.CHALLENGE, source_id="partner"),
        sources=(partner,),
    )
    figures = observations or (*six_states(), zero(), half_year())
    return replace(shot, observations=figures, differences=differences(figures))


def six_states() -> tuple[Observation, ...]:
    # A gap keeps a stray number here, which no format may tell.
    return tuple(figure(c, 5.0, s, quote=f"quote {c}") for c, s in STATE_OF.items())


def zero() -> Observation:
    return figure("KAZ", 0.0, sex="female", source_locator="L2 | L3", quote="no case | none")


def half_year() -> Observation:
    return figure("INT", -2.5, qualifier=Qualifier.CHANGE_PERCENT, unit="percent", period_end=date(2022, 6, 30),
                  source_id="partner", age_group="minor")  # fmt: skip


ORDER = (*STATES, "REG", "INT")
