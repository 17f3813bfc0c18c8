"""From the first link to a closed account, in a real browser before the real server with two workers."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.serving import run_command, serving

WORDS = "four quiet words here"


def link(var: Path) -> str:
    return re.search(r"within 24 hours: (\S+)", (var / "server.log").read_text())[1]


def test_the_first_administrator_invites_a_secretariat_which_is_closed_again(page, browser, tmp_path, troubles) -> None:
    with serving(tmp_path, exercise=True) as place:
        _walk(page, browser, place, tmp_path)
    assert troubles == []


def _walk(page, browser, place: str, var: Path) -> None:
    page.goto(link(var))
    page.fill("[name=name]", "chief")
    page.fill("[name=new]", WORDS)
    page.fill("[name=again]", WORDS)
    page.click("button.btn-primary")
    expect(page.locator(".alert-success")).to_have_text("The password is set, and you are signed in.")
    page.click(".office >> text=Administration")
    page.fill(".account-form [name=name]", "lena")
    page.check(".account-form [value=secretariat]")
    page.click(".account-form button.btn-primary")
    invited = page.locator(".link-once").inner_text()

    other = browser.new_context()
    theirs = other.new_page()
    theirs.goto(invited)
    theirs.fill("[name=new]", WORDS)
    theirs.fill("[name=again]", WORDS)
    theirs.click("button.btn-primary")
    expect(theirs.locator(".who")).to_have_text("lena")
    for _ in range(12):  # both workers know who this is
        theirs.goto(f"{place}/sign-in?lang=ru")
        assert theirs.locator(".who").inner_text() == "lena"
        assert theirs.locator(".office a[href^='/admin']").count() == 0

    run_command(var, "user", "disable", "lena", exercise=True)
    for _ in range(6):
        theirs.goto(f"{place}/sign-in")
        assert theirs.locator(".who").inner_text() == "Sign in"
    other.close()

    page.goto(f"{place}/sign-in")
    page.click("text=Sign out")
    expect(page.locator(".who")).to_have_text("Sign in")
    page.goto(f"{place}/countries")
    expect(page.locator(".who:visible")).to_have_text("Sign in")
    page.go_back()
    expect(page.locator(".who:visible")).to_have_text("Sign in")
