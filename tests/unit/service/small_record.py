"""A small record: people of every role, files to send, drafts in every state."""

from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from bukhara.model.access import Actor, Role
from bukhara.model.draft import Draft, DraftState
from bukhara.model.source import Source
from bukhara.service import Service
from bukhara.service.drafts.transitions import Step
from tests.clock import Clock
from tests.unit.service.little_data import LETTER, small_settings, statement, workbook

LENA = SECRETARIAT = Actor(name="lena", roles=frozenset({Role.SECRETARIAT}))
MIRA = Actor(name="mira", roles=frozenset({Role.SECRETARIAT}))
KAZ = Actor(name="kaz-commission", roles=frozenset({Role.COMMISSION}), country="KAZ")
UZB = Actor(name="uzb-commission", roles=frozenset({Role.COMMISSION}), country="UZB")
OTTO = Actor(name="otto", roles=frozenset({Role.ORGANISER}))
ROOT = Actor(name="root", roles=frozenset({Role.ADMIN}))
NOBODY = Actor(name="", roles=frozenset({Role.VIEWER}))
_PEOPLE = {Role.SECRETARIAT: LENA, Role.COMMISSION: KAZ, Role.ORGANISER: OTTO, Role.ADMIN: ROOT, Role.VIEWER: NOBODY}
_number = count(1)


def small_service(folder: Path, clock: Any = None, **changes: Any) -> Service:
    """Return a service on a record of KAZ and UZB, release 1."""
    return Service(small_settings(folder).model_copy(update=changes), clock or Clock())


def actor_of(role: Role) -> Actor:
    return _PEOPLE[role]


def letter(country: str = "KAZ", number: int | str = 1) -> Source:
    return replace(LETTER, source_id=f"{country.lower()}-letter-{number}", document_number=f"1-2/{number}")


def fresh(country: str = "KAZ") -> bytes:
    """Return a workbook that nobody has sent: a new letter with one statement."""
    number = next(_number)
    source = letter(country, number)
    return workbook(statement(country, source.source_id, statement=f"Step {number} was taken."), sources=(source,))


@cache
def corrected(text: str, country: str = "KAZ", base: int | None = 1) -> bytes:
    """Return the workbook of a release with another sentence in its one row, and the reason for this change alone."""
    return workbook(statement(country, statement=text, revision_reason=f"Corrected to: {text}"), base=base)


def do(service: Service, step: Step, actor: Actor, draft_id: int) -> object:
    given: dict[Step, tuple[str, ...]] = {Step.SUBMIT: ("a note",), Step.PUBLISH: ("a note",), Step.SEND_BACK: ("no",)}
    return getattr(service.drafts, step.value)(actor, draft_id, *given.get(step, ()))


def at_state(service: Service, state: DraftState) -> Draft:
    """Return a draft of KAZ in the state that is wanted; Mira does what needs somebody else."""
    drafts = service.drafts
    draft_id = drafts.receive(KAZ, "kaz.xlsx", fresh()).draft_id
    steps = {
        DraftState.DRAFT: (),
        DraftState.IN_REVIEW: (Step.SUBMIT,),
        DraftState.APPROVED: (Step.SUBMIT, Step.APPROVE),
        DraftState.PUBLISHED: (Step.SUBMIT, Step.APPROVE, Step.PUBLISH),
        DraftState.WITHDRAWN: (Step.WITHDRAW,),
    }
    for step in steps[state]:
        do(service, step, KAZ if step is Step.SUBMIT else MIRA, draft_id)
    return drafts.draft(MIRA, draft_id)
