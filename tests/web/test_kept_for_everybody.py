"""A public page is kept for everybody: what it is made of cannot know who reads."""

import pytest
from flask import get_flashed_messages, session
from flask_wtf.csrf import generate_csrf

from tests.web.site_client import ORGANISER, VIEWER, Site
from web.permissions import may
from web.request import actor, current_request

ABOUT_THE_READER = {
    "actor": actor,
    "permission": lambda: may("upload"),
    "messages": get_flashed_messages,
    "token of a form": generate_csrf,
    "session": lambda: session.get("account"),
}


def save_link(site: Site) -> str:
    """Return the link with which organisers keep the slides of the panel."""
    before, _, _ = site.html("/panel?lang=en").partition("Keep as presented (organisers)")
    return before.rpartition("<a ")[2]


@pytest.mark.parametrize("first", [ORGANISER, VIEWER])
def test_the_panel_is_the_same_whoever_asked_for_it_first(site, first) -> None:
    site.act(first)
    at_first = save_link(site)
    for later in (VIEWER, ORGANISER):
        site.act(later)
        assert save_link(site) == at_first
        assert "/sign-in?" in at_first


@pytest.mark.parametrize("asked", ABOUT_THE_READER.values(), ids=ABOUT_THE_READER)
def test_what_is_kept_for_everybody_cannot_ask_who_reads(site, asked) -> None:
    with site.app.server.test_request_context("/panel"), pytest.raises(RuntimeError, match="outside of request"):
        current_request().for_everybody(asked)
