"""From the first link to a closed account, in a real browser before the real server with two workers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.serving import ROOT, serving

WORDS = "four quiet words here"


@pytest.fixture
def var(tmp_path):
    return tmp_path


@pytest.fixture
def place(var):
    """The address of a server that nobody administers yet."""
    with serving(var, exercise=True) as address:
        yield address


def link(var: Path) -> str:
    return re.search(r"within 24 hours: (\S+)", (var / "server.log").read_text())[1]


def command(var: Path, *words: str) -> None:
    settings = {"BUKHARA_VAR_DIR": str(var), "EXERCISE": "1"}
    bukhara = str(Path(sys.executable).parent / "bukhara")
    subprocess.run([bukhara, "user", *words], cwd=ROOT, env=os.environ | settings, check=True, capture_output=True)


def test_the_first_administrator_invites_a_secretariat_which_is_closed_again(
    page, browser, place, var, troubles
) -> None:
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

    command(var, "disable", "lena")
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
    assert troubles == []


def test_a_page_is_left_for_the_sign_in_and_found_again(page, place, var) -> None:
    page.goto(link(var))
    page.fill("[name=new]", WORDS)
    page.fill("[name=again]", WORDS)
    page.click("button.btn-primary")
    page.click("text=Sign out")
    expect(page.locator(".who")).to_have_text("Sign in")
    page.goto(f"{place}/admin/audit?lang=ru")
    page.click("main a[href*='/sign-in']")
    page.fill("[name=name]", "admin")
    page.fill("[name=password]", WORDS)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/audit?lang=ru")
    assert page.locator(".audit-log tbody tr").count() >= 4
