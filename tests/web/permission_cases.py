"""The tables of docs/permissions.md and of the pages of wings as values, and what may be tried by them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bukhara.model.access import ANYBODY, Actor, Role
from bukhara.wing import wings
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, commission

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/permissions.md").read_text(encoding="utf-8")
OF_WINGS = [(ROOT / f"wings/{name}/README.md").read_text(encoding="utf-8") for name in wings()]
STATES = ("XAA", "XAB", "XAC", "XAD", "XAE")
PLAIN = {
    "/chart/<chart>": "/chart/timeline/time-axis",
    "<place>": "XAA",
    "<source>": "XAA-round-1",
    "<record>": "BD-8b",
    "<item>": "BD-1",
    "<topic>": "children",
    "<code>": "XAA",
    "<token>": "A" * 43,
    "<key>": "a" * 32,
    "<number>": "1",
    "<kind>": "xlsx",
}
"""A value for each part of an address that changes nothing about who may open it."""
STATELESS = Actor(name="stateless", roles=frozenset({Role.COMMISSION}))
ACTORS = {
    "viewer": ANYBODY,
    "commission of XAA": commission("XAA"),
    "commission of XAB": commission("XAB"),
    "commission without a state": STATELESS,
    "organiser": ORGANISER,
    "secretariat": SECRETARIAT,
    "admin": ADMIN,
}


SUBJECTS = {"<draft>": "draft", "<subject>": "address", "<country>": "address"}
SUBJECTS_OF_FORMS = {"/upload": "workbook", "/upload/answer": "form"}
"""What names the state that is touched, as the sentences above the table of places say."""


@dataclass(frozen=True)
class Place:
    """An address of the table of places, and how it is asked for there: as page, file or form."""

    address: str
    how: str
    action: str
    subject: str


def rows(title: str, texts: Sequence[str] = (TEXT, *OF_WINGS)) -> list[list[str]]:
    """Return the cells of the tables under a heading, without their heads; a wing needs no such table."""
    parts = [text.split(f"\n## {title}\n")[1].split("\n## ")[0] for text in texts if f"\n## {title}\n" in text]
    lines = [line for part in parts for line in [line for line in part.splitlines() if line.startswith("|")][2:]]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]


@cache
def written() -> dict[tuple[str, str], str]:
    """Return action and role -> all, own or no."""
    head = re.search(r"^\| action \| what it is \| (.+) \|$", TEXT, re.MULTILINE)[1].split(" | ")
    return {
        (action, role): word for action, _, *words in rows("Actions") for role, word in zip(head, words, strict=True)
    }


@cache
def places() -> list[Place]:
    """Return every place."""
    return [
        Place(address, how, action, _subject(address, how))
        for action, *cells in rows("Places")
        for how, cell in zip(("page", "file", "form"), cells, strict=True)
        for address in addresses(cell)
    ]


def addresses(cell: str) -> list[str]:
    """Return the addresses of a cell."""
    return [each.strip("`") for each in cell.split(", ") if each]


@cache
def office_pages() -> set[str]:
    """Return the pages that are documents of forms, whoever may read them; a wing has no others."""
    return {"/releases", "/refused", *(page for _, cell, *_ in rows("Places", OF_WINGS) for page in addresses(cell))}


def _subject(address: str, how: str) -> str:
    named = next((subject for part, subject in SUBJECTS.items() if part in address), "–")
    return SUBJECTS_OF_FORMS.get(address, named) if how == "form" else named


def open_addresses() -> set[str]:
    """Return the addresses that are open to everybody."""
    return {address for cell, _ in rows("Open to everybody") for address in addresses(cell)}


def may(actor: Actor, action: str, country: str | None = None) -> bool:
    """Return whether the table lets an actor do it, without asking the program."""
    words = {written()[action, role.value] for role in actor.roles}
    own = "own" in words and bool(actor.country) and country in (None, actor.country)
    return "all" in words or own
