"""What was published and taken back, in letters."""

from bukhara.service import Service
from tests.unit.service.conftest import service
from tests.unit.service.small_record import LENA, corrected, fresh
from tests.unit.service.test_rounds import NOW
from wings.letters.outbox import Outbox

__all__ = ["NOW", "service"]


def test_a_state_gets_a_letter_when_what_it_sent_is_taken_back(service: Service) -> None:
    def to_send() -> list[str]:
        return [line.letter_id for line in service.part(Outbox).lines(LENA) if line.is_open]

    draft = service.drafts.receive(LENA, "kaz.xlsx", fresh())
    published = service.drafts.publish(LENA, draft.draft_id, "Letter 7").number
    [told] = to_send()
    service.reverts.revert(LENA, published, "the wrong file")
    [taken_back] = to_send()
    assert taken_back.startswith("taken_back")
    service.reverts.revert(LENA, published + 1, "it was the right one")
    service.part(Outbox).mark_sent(LENA, told)
    service.reverts.revert(LENA, published, "the wrong file")
    [letter] = to_send()
    assert (
        "published as release 2. On 15 April 2027 this release was taken back"
        in service.part(Outbox).letters(LENA, letter)[0].body
    )


def test_a_state_that_was_told_of_approval_or_receipt_is_told_when_it_is_undone(service: Service) -> None:
    def to_send() -> list[str]:
        return [line.letter_id for line in service.part(Outbox).lines(LENA) if line.is_open]

    drafts, outbox = service.drafts, service.part(Outbox)
    unheard, draft = (drafts.receive(LENA, "kaz.xlsx", each).draft_id for each in (fresh(), corrected("A step.")))
    for each in (unheard, draft):
        drafts.submit(LENA, each, "Letter 7")
    drafts.withdraw(LENA, unheard)  # nobody was told of it
    drafts.approve(LENA, draft)
    outbox.mark_sent(LENA, to_send()[0])
    drafts.send_back(LENA, draft)
    assert [each.rpartition("-")[0] for each in to_send()] == [f"not_approved-{draft}"]
    drafts.withdraw(LENA, draft)
    [letter] = to_send()
    assert "nothing of them is published" in outbox.letters(LENA, letter)[0].body
    drafts.restore(LENA, draft)
    assert to_send() == []
