"""A day and an hour that are filled in count, whichever button is pressed; half of them is asked about."""

from pathlib import Path

import pytest

from bukhara.model.draft import DraftState
from tests.web.desk_client import SECRETARIAT, Site, desk_site
from tests.web.upload_files import changed

HOUR = {"date": "2026-11-25", "time": "09:30", "zone": "Asia/Almaty"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A workbook in review, as draft 1."""
    made = desk_site(tmp_path)
    made.client.post(f"{changed(made)}/submit", data={"note": "Letter 7"})
    return made


def pressed(site: Site, button: str, **fields: str) -> str:
    answer = site.client.post(f"/upload/1/{button}", data={"note": "Letter 7", **fields}, follow_redirects=True)
    return answer.get_data(as_text=True)


def test_approve_takes_the_hour_that_is_filled_in(site: Site) -> None:
    assert "It will be published automatically at the set time" in pressed(site, "approve", **HOUR)
    draft = site.service.drafts.draft(SECRETARIAT, 1)
    assert (draft.state, draft.zone, f"{draft.publish_at:%H:%M}") == (DraftState.APPROVED, "Asia/Almaty", "04:30")


def test_publish_with_an_hour_filled_in_asks_and_publishes_nothing(site: Site) -> None:
    assert "A day or a time is filled in" in pressed(site, "publish", **HOUR)
    assert site.service.ready() == 2
    assert site.service.drafts.draft(SECRETARIAT, 1).state is DraftState.IN_REVIEW


@pytest.mark.parametrize("half", [{"date": "2026-11-25"}, {"time": "09:30"}, {"date": "soon", "time": "09:30"}])
@pytest.mark.parametrize("button", ["approve", "publish"])
def test_half_an_hour_given_is_asked_about(site: Site, half: dict[str, str], button: str) -> None:
    told = pressed(site, button, **half)
    assert "Please give the day and the time" in told or "A day or a time is filled in" in told
    assert site.service.drafts.draft(SECRETARIAT, 1).state is DraftState.IN_REVIEW


def test_without_a_day_and_an_hour_both_buttons_do_what_they_say(site: Site) -> None:
    assert "Approved." in pressed(site, "approve", date="", time="", zone="Asia/Almaty")
    pressed(site, "publish")
    assert site.service.ready() == 3


def test_the_form_has_one_button_to_approve(site: Site) -> None:
    form = site.html("/upload/1").split('id="confirm"')[1]
    assert form.count('formaction="/upload/1/approve"') == 1
