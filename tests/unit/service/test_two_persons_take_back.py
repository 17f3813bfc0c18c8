"""Where two persons are needed, one asks that a release is taken back and another does it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bukhara.errors import Refused
from bukhara.model.access import Actor, Role
from bukhara.model.release import RevertScope
from bukhara.service import Service
from tests.unit.service.little_data import small_settings
from tests.unit.service.test_replies import KAZ, words

LENA, MARA = (Actor(name=name, roles=frozenset({Role.SECRETARIAT})) for name in ("lena", "mara"))


@pytest.fixture
def service(tmp_path: Path) -> Service:
    settings = small_settings(tmp_path).model_copy(update={"two_persons": True})
    service = Service(settings, lambda: datetime(2027, 4, 15, 8, tzinfo=UTC))
    service.replies.give(KAZ, {"BD-1": ""}, words())
    service.replies.publish(LENA, "KAZ")
    return service


def test_who_asked_does_not_do_it_and_another_person_does(service: Service) -> None:
    with pytest.raises(Refused):
        service.reverts.revert(LENA, 2, "Wrong state.")
    service.reverts.ask(LENA, 2, "Wrong state.")
    with pytest.raises(Refused):
        service.reverts.revert(LENA, 2, "Wrong state.")
    assert service.ready() == 2
    assert service.reverts.preview(MARA, 2).asked_by == {"lena": "Wrong state."}
    assert service.reverts.revert(MARA, 2, "As lena asked.").number == 3


def test_a_request_is_for_what_it_names_and_ends_with_the_next_release(service: Service) -> None:
    service.reverts.ask(LENA, 2, "Wrong state.")
    assert service.reverts.needs_asking(MARA, 1, RevertScope.RETURN)
    service.replies.give(KAZ, {"BD-2": ""}, words())
    service.replies.publish(MARA, "KAZ")
    with pytest.raises(Refused):
        service.reverts.revert(MARA, 2, "As lena asked.")
