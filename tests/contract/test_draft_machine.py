"""Any order of steps: drafts and releases equal a model of three lists, step after step."""

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from bukhara.errors import BaseOutdated, DraftConflict
from bukhara.model.release import RevertScope
from tests.unit.service.small_record import LENA, MIRA, Clock, corrected, small_service

FIRST, TEXTS = "A step was taken.", ("A", "B", "C")


@dataclass
class Drawn:
    """A draft as the model knows it; `base` is the release that it was made from, or the newest when it was received."""

    draft_id: int
    text: str
    base: int
    states: list[str] = field(default_factory=lambda: ["draft"])

    @property
    def state(self) -> str:
        return self.states[-1]


@cache
def seeded() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="bukhara-machine-"))
    service = small_service(folder)
    service.ready()
    service.close()
    return folder


class DraftMachine(RuleBasedStateMachine):
    """Two of the secretariat send, submit, approve, send back, publish, withdraw and revert as they like."""

    drafts = Bundle("drafts")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bukhara-machine-"))
        shutil.copytree(seeded(), self.folder, dirs_exist_ok=True)
        self.service = small_service(self.folder, Clock())
        self.the_drafts = self.service.drafts
        self.history = [FIRST]
        self.known: dict[int, Drawn] = {}

    def teardown(self) -> None:
        self.service.close()
        shutil.rmtree(self.folder)

    @rule(target=drafts, text=st.sampled_from(TEXTS), who=st.sampled_from([LENA, MIRA]), based=st.booleans())
    def send(self, text, who, based) -> Drawn:
        return self.receive(text, who, based=based)

    def receive(self, text, who, *, based) -> Drawn:
        base = len(self.history)
        draft = self.the_drafts.receive(who, "x.xlsx", corrected(text, base=base if based else None))
        return self.known.setdefault(draft.draft_id, Drawn(draft.draft_id, text, base))

    @rule(text=st.sampled_from(TEXTS), again=st.booleans())
    def publish_at_once(self, text, again) -> None:
        drawn = self.receive(text, MIRA, based=not again)
        if drawn.state in ("draft", "in_review", "approved"):
            self.publish(drawn)

    @rule(mine=st.sampled_from(TEXTS), theirs=st.sampled_from(TEXTS))
    def publish_after_somebody_else(self, mine, theirs) -> None:
        drawn = self.receive(mine, LENA, based=True)
        self.publish_at_once(theirs, again=False)
        if drawn.state in ("draft", "in_review", "approved"):
            self.publish(drawn)

    @rule(drawn=drafts)
    def bring_through(self, drawn) -> None:
        self.submit(drawn)
        self.approve(drawn)
        self.publish(drawn)

    @rule(drawn=drafts)
    def submit(self, drawn) -> None:
        self.step(drawn, "submit", {"draft": "in_review"}, "n")

    @rule(drawn=drafts)
    def send_back(self, drawn) -> None:
        self.step(drawn, "send_back", {"in_review": "draft", "approved": "in_review"}, "Which day?")

    @rule(drawn=drafts)
    def withdraw(self, drawn) -> None:
        self.step(drawn, "withdraw", dict.fromkeys(("draft", "in_review", "approved"), "withdrawn"))

    @rule(drawn=drafts)
    def approve(self, drawn) -> None:
        late = drawn.state == "in_review" and self.would(drawn) == "late"
        self.step(drawn, "approve", {} if late else {"in_review": "approved"})

    @rule(drawn=drafts)
    def publish(self, drawn) -> None:
        is_open = drawn.state in ("draft", "in_review", "approved")
        would = self.would(drawn) if is_open else "closed"
        goes = dict.fromkeys(("draft", "in_review", "approved"), "published") if would in ("new", "same") else {}
        if drawn.state == "published":
            before = len(self.history)
            self.the_drafts.publish(LENA, drawn.draft_id, "n")
            assert len(self.service.releases()) == before
            return
        self.step(drawn, "publish", goes, "n")
        if would == "new":
            self.history.append(drawn.text)

    @rule(back=st.integers(1, 3))
    def revert(self, back) -> None:
        number = len(self.history) - back
        if number >= 1:
            self.service.reverts.revert(LENA, number, "back", scope=RevertScope.RETURN)
            if self.history[number - 1] != self.history[-1]:
                self.history.append(self.history[number - 1])

    def would(self, drawn) -> str:
        """Return the result of publishing: a new release, nothing new, or a refusal."""
        now, at_base = self.history[-1], self.history[drawn.base - 1]
        if drawn.text in (now, at_base):
            return "same"
        return "late" if at_base != now else "new"

    def step(self, drawn, name, goes, *rest) -> None:
        try:
            getattr(self.the_drafts, name)(LENA, drawn.draft_id, *rest)
        except (DraftConflict, BaseOutdated):
            assert drawn.state not in goes, (name, drawn)
        else:
            assert drawn.state in goes, (name, drawn)
            drawn.states.append(goes[drawn.state])

    @invariant()
    def the_record_is_as_the_model_says(self) -> None:
        if hasattr(self, "service"):
            rows = [
                row.statement
                for row in self.service.stored_contents(self.service.ready()).statements
                if row.country == "KAZ"
            ]
            assert (rows, self.service.ready()) == ([self.history[-1]], len(self.history))

    @invariant()
    def every_draft_is_in_the_state_of_the_model(self) -> None:
        if hasattr(self, "service"):
            found = {draft.draft_id: draft.state.value for draft in self.the_drafts.drafts(LENA)}
            assert found == {drawn.draft_id: drawn.state for drawn in self.known.values()}


EXAMPLES = 200 if os.environ.get("TEST_ALL") else 7
DraftMachine.TestCase.settings = settings(max_examples=EXAMPLES, stateful_step_count=12)
TestDraftMachine = DraftMachine.TestCase
