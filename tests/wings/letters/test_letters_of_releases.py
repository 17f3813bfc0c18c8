"""What was published and taken back, in letters."""

from bukhara.service import Service
from tests.unit.service.conftest import service
from tests.unit.service.small_record import LENA, fresh
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
