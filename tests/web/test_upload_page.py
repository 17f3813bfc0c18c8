"""The page where a workbook is taken and sent back, and the form for one answer or figure by letter."""

import io
import re

import pytest

from bukhara.errors import DraftConflict
from tests.web.site_client import SECRETARIAT, commission
from tests.web.upload_files import TYPED, send, template

STATES = ("XAA", "XAB", "XAC", "XAD", "XAE")
KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="module", autouse=True)
def reading_of_workbooks() -> None:
    """Here a process of its own reads them, as in the product."""


def test_the_secretariat_may_take_every_workbook_and_a_commission_its_own_alone(site) -> None:
    html = site.html("/upload")
    assert all(f"/upload/template/{code}.xlsx" in html for code in (*STATES, "REG", "statistics", "partners"))
    site.act(commission("XAB"))
    assert set(re.findall(r"/upload/template/(\w+)\.xlsx", site.html("/upload"))) == {"XAB"}


def test_a_form_without_a_file_says_so(site) -> None:
    for nothing in ({}, {"workbook": "a text"}, {"workbook": (io.BytesIO(b""), "")}):
        answer = site.client.post("/upload", data=nothing, follow_redirects=True)
        assert "Please choose a workbook first." in answer.get_data(as_text=True)


def test_a_script_gets_the_address_to_go_to(site) -> None:
    content = template(site)
    site.client.environ_base["HTTP_ACCEPT"] = "application/json"
    answer = send(site, content)
    assert re.fullmatch(r"/upload/\d+", answer.get_json()["to"])


def test_a_file_that_is_too_large_is_refused(site) -> None:
    kind = "multipart/form-data; boundary=b"
    answer = site.client.post("/upload", data=bytes(11 * 1024 * 1024), content_type=kind)
    assert answer.status_code == 413
    assert "larger than may be sent" in answer.get_data(as_text=True)


def test_the_number_of_rows_read_is_answered_while_the_check_runs(site, monkeypatch) -> None:
    seen = []

    def receive(*_args, watch, **_kwargs):
        watch.report(b"P 1200 5000")
        seen.append((watch.stopped(), site.client.get(f"/upload/progress/{KEY}").get_json()))
        raise DraftConflict("There is no such draft.")

    monkeypatch.setattr(site.service.drafts, "receive", receive)
    send(site, b"PK", key=KEY)
    assert seen == [(False, {"rows": 1200})]
    assert site.client.get(f"/upload/progress/{KEY}").get_json() == {"rows": None}


def test_another_account_gets_no_number_of_rows(site, monkeypatch) -> None:
    seen = []

    def receive(*_args, watch, **_kwargs):
        assert not watch.stopped()
        site.act(commission("XAB"))
        seen.append(site.client.get(f"/upload/progress/{KEY}").get_json())
        raise DraftConflict("There is no such draft.")

    monkeypatch.setattr(site.service.drafts, "receive", receive)
    send(site, b"PK", key=KEY)
    assert seen == [{"rows": None}]


def test_a_real_check_that_is_cancelled_keeps_no_draft(site) -> None:
    content = template(site)
    site.client.post(f"/upload/cancel/{KEY}")
    answer = send(site, content, key=KEY)
    assert answer.headers["Location"] == "/upload"
    assert site.service.drafts.drafts(SECRETARIAT) == ()


@pytest.mark.parametrize("key", ["..%2f..%2fx", "ABC", "0" * 31])
def test_what_is_no_key_names_no_check(site, key) -> None:
    assert site.client.get(f"/upload/progress/{key}").get_json(silent=True) in ({"rows": None}, None)


def sent(site, **changes: str):
    item = next(item for item in site.service.framework().items if item.milestones)
    data = {**TYPED, "indicator": item.milestones[0].id, **changes}
    return site.client.post("/upload/answer", data=data)


def test_an_answer_says_the_next_step_and_what_became_of_the_last(site) -> None:
    step = {
        "next_step": "Print the plan.",
        "lead": "Border Service of Alfa",
        "due_date": "2027-05-31",
        "promised_document": "Printed plan",
        "step_outcome": "moved",
    }
    html = site.html(sent(site, **step).headers["Location"])
    for shown in ("Print the plan.", "Border Service of Alfa", "31 May 2027", "Printed plan", "moved to another day"):
        assert shown in html
    refused = sent(site, **step | {"step_outcome": "forgotten"}).get_data(as_text=True)
    assert "Please choose from the list what became of the last step." in refused


def test_what_was_entered_is_not_lost_where_something_is_amiss(site) -> None:
    answer = sent(site, date="last week")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "“last week” is not read as a date" in html
    assert "The plan was adopted." in html
    assert 'value="12/345"' in html


@pytest.mark.parametrize("body", ["other state body", "Другой государственный орган"])
def test_another_state_body_is_asked_for_its_name(site, body) -> None:
    assert "Please write the name of that other state body." in sent(site, body=body).text


def test_a_commission_answers_for_its_own_state_alone(site) -> None:
    site.act(commission("XAB"))
    assert sent(site).status_code == 403
    html = site.html("/upload/answer")
    assert 'value="XAB"' in html
    assert 'value="XAA"' not in html


FIGURE = {
    "about": "figure",
    "country": "XAA",
    "value": "1 250",
    "state": "value",
    "qualifier": "exact",
    "unit": "count",
    "counting_unit": "victim",
    "period_start": "2025-01-01",
    "period_end": "2025-12-31",
    "body": "Ministry of Internal Affairs",
    "document_number": "12/346",
    "date": "2026-11-20",
}


def measure_of(site, breakdown: str = "sex") -> str:
    measures = site.service.framework().measures
    return next(each.id for each in measures if breakdown in each.disaggregations and each.counting_unit == "victim")


def sent_figure(site, **changes: str):
    return site.client.post("/upload/answer", data={**FIGURE, "indicator": measure_of(site), **changes})


def test_the_form_speaks_to_the_commission_and_to_the_secretariat_of_what_it_received(site) -> None:
    letters = "Date of the letter or e-mail", "Body that answered", "One answer by letter or e-mail"
    own = "Date of your letter or e-mail", "Institution that answers", "One answer of your state"
    for actor, said, unsaid in ((SECRETARIAT, letters, own), (commission("XAA"), own, letters)):
        site.act(actor)
        for address in ("/upload/answer", f"/upload/answer?about=figure&country=XAA&indicator={measure_of(site)}"):
            html = site.html(address)
            assert all(each in html for each in said), address
            assert not any(each in html for each in unsaid), address


def test_a_figure_is_asked_for_in_two_steps_and_in_words(site) -> None:
    assert "/upload/answer?about=figure" in site.html("/upload/answer")
    first = site.html("/upload/answer?about=figure&lang=ru")
    measure = next(each for each in site.service.framework().measures if each.id == measure_of(site))
    assert f">{measure.name.in_('ru')}</option>" in first
    second = site.html(f"/upload/answer?about=figure&country=XAA&indicator={measure.id}")
    assert measure.name.in_("en") in second
    assert second.count('<option value="victim"') == 1
    assert ">female</option>" in second


def test_the_six_states_of_a_value_are_six_choices(site) -> None:
    html = site.html(f"/upload/answer?about=figure&country=XAA&indicator={measure_of(site)}")
    states = html.split('name="state"')[1].split("</select>")[0]
    assert states.count("<option") == 6
    assert len(set(re.findall(r">([^<]+)</option>", states))) == 6


def test_only_what_the_series_of_a_measure_tell_apart_is_asked(site) -> None:
    plain = next(m.id for m in site.service.framework().measures if m.group == "context" and not m.disaggregations)
    html = site.html(f"/upload/answer?about=figure&country=XAA&indicator={plain}")
    assert 'name="sex"' not in html
    assert 'name="sex"' in site.html(f"/upload/answer?about=figure&country=XAA&indicator={measure_of(site)}")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"value": "1,250"}, "can be read as a decimal or as thousands"),
        ({"value": "many"}, "many"),
        ({"value": ""}, "says that there is a value, but there is no number"),
        ({"state": "not_available"}, "says that there is no value, but here is"),
        ({"state": "perhaps"}, "what kind of answer"),
        ({"period_start": "spring"}, "“spring” is not read as a date"),
        ({"country": "ZZZ"}, "the state that gave the answer"),
        ({"indicator": "none-such"}, "what the figure counts"),
        ({"date": ""}, "the date of the letter"),
    ],
)
def test_a_figure_that_cannot_be_comes_back_with_what_to_do_and_with_what_was_typed(site, changes, reason) -> None:
    answer = sent_figure(site, **changes)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert reason in html
    assert "country" in changes or "indicator" in changes or 'value="12/346"' in html


def test_a_part_that_was_chosen_is_still_chosen_and_unfolded_when_the_figure_comes_back(site) -> None:
    answer = sent_figure(site, value="many", sex="female")
    assert answer.status_code == 422
    part = re.search(r"<details( open)?>\s*<summary>\s*It counts a part only.*?</details>", answer.text, re.S)
    assert part[1]
    assert '<option value="female" selected' in part[0]


def test_notes_of_the_check_are_confirmed_as_they_were_seen(site) -> None:
    address = sent_figure(site).headers["Location"]
    html = site.html(address)
    assert "confirms that the 1 warning of the check was read" in html
    assert "Joins no accepted series" in html
    (fingerprint,) = re.findall(r'name="seen"\s+value="([0-9a-f]+)"', html)
    before = site.service.ready()
    site.client.post(f"{address}/publish", data={"note": "By letter.", "seen": "0" * 16})
    assert site.service.ready() == before
    assert "found something else" in site.html(address)
    site.client.post(f"{address}/publish", data={"note": "By letter.", "seen": fingerprint})
    assert site.service.ready() == before + 1
