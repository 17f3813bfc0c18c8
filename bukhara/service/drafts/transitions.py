"""The steps of a draft as a table: from state, to state, and the action that the policy must allow; pure."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bukhara.access import Action, decide
from bukhara.errors import DraftConflict
from bukhara.model.access import Actor
from bukhara.model.draft import Draft, DraftState
from bukhara.model.messages import N_, Named
from bukhara.store.rows import clean


class Step(Named):
    """What can be done with a draft, and why not where its state does not allow it."""

    SUBMIT = "submit", N_("This draft was already sent for review.")
    SEND_BACK = "send_back", N_("Only a draft in review, or an approved one, can be sent back.")
    APPROVE = "approve", N_("Only a draft in review can be approved.")
    PUBLISH = "publish", N_("This draft cannot be published now: it is not approved, or it is closed.")
    WITHDRAW = "withdraw", N_("This draft is closed: nothing more can be done with it.")
    RESTORE = "restore", N_("Only a withdrawn draft can be taken up again, within a day.")


class Transition(NamedTuple):
    """The new state after a step, and the action that the policy must allow."""

    to: DraftState
    action: Action


_DRAFT, _REVIEW, _APPROVED = DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED
STEPS: Mapping[tuple[DraftState, Step], Transition] = {
    (_DRAFT, Step.SUBMIT): Transition(_REVIEW, Action.UPLOAD),
    (_DRAFT, Step.WITHDRAW): Transition(DraftState.WITHDRAWN, Action.UPLOAD),
    (_REVIEW, Step.SEND_BACK): Transition(_DRAFT, Action.APPROVE),
    (_REVIEW, Step.APPROVE): Transition(_APPROVED, Action.APPROVE),
    (_REVIEW, Step.WITHDRAW): Transition(DraftState.WITHDRAWN, Action.UPLOAD),
    (_APPROVED, Step.SEND_BACK): Transition(_REVIEW, Action.APPROVE),
    (_APPROVED, Step.PUBLISH): Transition(DraftState.PUBLISHED, Action.PUBLISH),
    (_APPROVED, Step.WITHDRAW): Transition(DraftState.WITHDRAWN, Action.APPROVE),
    (DraftState.WITHDRAWN, Step.RESTORE): Transition(_DRAFT, Action.UPLOAD),
}
# with one person for all steps
SHORT: Mapping[tuple[DraftState, Step], Transition] = {
    (_DRAFT, Step.PUBLISH): Transition(DraftState.PUBLISHED, Action.PUBLISH),
    (_REVIEW, Step.PUBLISH): Transition(DraftState.PUBLISHED, Action.PUBLISH),
}

OWN_WORK = N_("Two persons are needed: whoever made a draft or sent it for review cannot approve it.")
NOBODY_LEFT = N_("Nobody would be left who may approve this draft. Please let its maker send it for review.")
NO_REASON = N_("Please write why it is sent back.")
CLEARED: Mapping[str, Any] = {"approved_by": "", "approved_at": None, "publish_at": None, "zone": ""}
"""A draft without its approval."""


def transition(state: DraftState, step: Step, *, two_persons: bool) -> Transition | None:
    """Return the new state and the action of a step; None if the step is not possible in this state."""
    return STEPS.get((state, step)) or (None if two_persons else SHORT.get((state, step)))


def open_steps(draft: Draft, actor: Actor, *, two_persons: bool) -> frozenset[Step]:
    """Return the steps that `actor` may take with a draft now."""
    return frozenset(step for step in Step if _is_open(draft, step, actor, two_persons=two_persons))


def _is_open(draft: Draft, step: Step, actor: Actor, *, two_persons: bool) -> bool:
    found = transition(draft.state, step, two_persons=two_persons)
    is_held = step is Step.APPROVE and two_persons and own_work(draft, actor)
    if found is None or is_held or (step is Step.PUBLISH and draft.publish_at):
        return False
    return decide(actor, found.action, draft.subject).allowed


def own_work(draft: Draft, actor: Actor) -> bool:
    """Return whether `actor` made the draft, or sent it for review."""
    return actor.name in (draft.created_by, draft.submitted_by)


def required_note(note: str) -> str:
    """Return the note without outer spaces; raise DraftConflict if it is empty."""
    text = clean(note).strip()
    if not text:
        raise DraftConflict(N_("Please write in the note what this is and why. It stays with the release."))
    return text
