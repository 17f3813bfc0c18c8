"""One answer by letter or e-mail: entered by hand, it goes the way of a workbook."""

import pytest

from tests.web.desk_client import commission, desk_site

SENT = {
    "country": "XAA",
    "kind": "implementation",
    "state": "value",
    "status": "in_place",
    "since": "2026-05",
    "statement": "The plan was adopted.",
    "lang": "en",
    "body": "Ministry of Internal Affairs",
    "document_number": "12/345",
    "date": "2026-11-20",
    "revision_reason": "Letter 12/345",
}


@pytest.fixture
def site(tmp_path):
    return desk_site(tmp_path)


def sent(site, **changes: str):
    item = next(item for item in site.service.framework().items if item.milestones)
    data = {**SENT, "indicator": item.milestones[0].id, **changes}
    return site.client.post("/upload/answer", data=data)


def test_an_answer_becomes_a_draft_with_its_letter_as_the_source(site) -> None:
    answer = sent(site)
    assert answer.status_code == 303
    html = site.html(answer.headers["Location"])
    assert "12/345" in html
    assert "The plan was adopted." in html


def test_what_was_entered_is_not_lost_where_something_is_amiss(site) -> None:
    answer = sent(site, date="last week")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Please give the date of the letter" in html
    assert "The plan was adopted." in html
    assert 'value="12/345"' in html


def test_a_question_must_be_chosen(site) -> None:
    assert "Please choose the question" in sent(site, indicator="none-such").get_data(as_text=True)


def test_a_commission_answers_for_its_own_state_alone(site) -> None:
    site.act(commission("XAB"))
    assert sent(site).status_code == 403
    html = site.html("/upload/answer")
    assert 'value="XAB"' in html
    assert 'value="XAA"' not in html
