"""What somebody wrote is not lost: by a refusal, or by a session that ended in the middle of it."""

import pytest
from playwright.sync_api import expect

from tests.serving import run_command, serving

PASSWORD = "an hour before the conference"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The exercise with a commission and a secretariat."""
    var_dir = tmp_path_factory.mktemp("var-kept")
    with serving(var_dir, exercise=True) as base:
        for words in (("alfa", "--role", "commission", "--country", "XAA"), ("lena", "--role", "secretariat")):
            run_command(var_dir, "user", "add", *words, "--password-stdin", typed=PASSWORD, exercise=True)
        yield base


def enter(page, place: str, name: str) -> None:
    page.goto(f"{place}/sign-in")
    filled(page, name)


def filled(page, name: str) -> None:
    page.fill("[name=name]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button.btn-primary")
    expect(page.locator(".who")).to_have_text(name)


def test_a_refused_reply_stays_in_its_form_with_the_reason_beside_it(page, place) -> None:
    enter(page, place, "alfa")
    page.goto(f"{place}/reply")
    form = page.locator("#BD-6b form[action*=give]")
    page.click("#BD-6b summary")
    form.locator("[value=comment]").check()
    form.locator("[name=body]").fill("Ministry of Alfa")
    form.locator("button:not([type=button])").click()
    reason = form.locator(".alert-danger")
    expect(reason).to_be_focused()
    expect(reason).to_be_in_viewport()
    expect(form.locator("[value=comment]")).to_be_checked()
    expect(form.locator("[name=body]")).to_have_value("Ministry of Alfa")

    form.locator("[name=words]").fill("The order is signed.")
    form.locator("button:not([type=button])").click()
    done = page.locator("#BD-6b .alert-success")
    expect(done).to_be_focused()
    expect(page.locator("#BD-6b .waiting")).to_contain_text("The order is signed.")
    page.reload()
    expect(page.locator("#BD-6b form[action*=give] [name=words]")).to_have_value("")


def test_what_was_written_when_the_session_ended_comes_back_to_the_same_account_alone(page, place) -> None:
    for name, kept in (("lena", "A round of names"), ("alfa", None)):
        enter(page, place, "lena")
        page.goto(f"{place}/rounds")
        page.fill("[name=title]", "A round of names")
        page.check("[value=chosen]")
        page.context.clear_cookies()
        page.click("form[action*=open] button.btn-primary")
        page.click("main a.btn-primary")
        filled(page, name)
        if kept:
            expect(page.locator("[name=title]")).to_have_value(kept)
            expect(page.locator("[value=chosen]")).to_be_checked()
        else:
            page.context.clear_cookies()
            enter(page, place, "lena")
            page.goto(f"{place}/rounds")
            expect(page.locator("[name=title]")).to_have_value("")
        page.context.clear_cookies()
