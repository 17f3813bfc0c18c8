"""What a wing tells the core of itself.

A wing is a part that a deployment can do without: a folder of `wings/` that can be deleted. Its `wing.py` says as plain
data what it adds; a function or module is named as `package.module:name` and loaded when it is needed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pkgutil import resolve_name
from typing import Any

from bukhara.model.access import GrantScope, Role
from bukhara.root import module_at_root

WINGS = (
    "api",
    "letters",
    "ministry_tables",
    "documents",
    "site_copy",
    "word_form",
)
"""The folders of `wings/`, in the order in which their menu entries, commands and tasks come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """A page of the office: its address, its name, what is done there, and the address of the entry before it."""

    address: str
    name: str
    says: str
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wing:
    """What a wing adds, by the places of the core that ask for it.

    `commands` are functions of `bukhara`, by their names. `routes` are modules whose routes are on the blueprint of the
    office; `register` is called with the Flask server for other addresses, of which `open` has those that answer to
    anybody and to all alike, by endpoint; they change nothing, so they need no token of a form and refuse methods
    themselves. `table_files` are the addresses of tables of open data as files, by name; they take `format` and
    `as_of`. `menu` is in the office. `grants` are the roles of each action that only the wing checks. `audit` has the
    words of its actions and their details in the audit log. `tasks` has sentence and address of each kind of task that
    `waiting(service, actor)` yields. `notes` are sentences with an address for places of the core that name them;
    `shows` are functions that draw a part of a page at such a place. `findings` are sentences by code: of errors that
    only the wing finds, or in place of a sentence of the core. `templates` write the questions of a country in another
    format, by its ending; `makes(service, actor, content, reading)` returns our workbook made of a file that was sent,
    with what is kept of it, or None for a file that is not its own. `listens(connection, action, detail, now)` is told
    each action that the audit log records, in its transaction: what it raises undoes the action. `tables` of the store
    are used by nobody else; they stay in store and backup when the wing is deleted. `open_copies(service)` has the
    source of each copy of one that anybody may have, by the id of the copy. `settings` are the variables that it reads.
    """

    commands: Mapping[str, str] = field(default_factory=dict)
    routes: tuple[str, ...] = ()
    register: str = ""
    open: Mapping[str, str] = field(default_factory=dict)
    table_files: Mapping[str, str] = field(default_factory=dict)
    menu: tuple[MenuEntry, ...] = ()
    grants: Mapping[str, Mapping[Role, GrantScope]] = field(default_factory=dict)
    audit: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    waiting: str = ""
    notes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    shows: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    makes: str = ""
    listens: str = ""
    tables: tuple[str, ...] = ()
    open_copies: str = ""
    settings: tuple[str, ...] = ()


@cache
def wings() -> dict[str, Wing]:
    """Return each wing by the name of its folder."""
    return {name: module_at_root(f"wings.{name}.wing").WING for name in WINGS}


@cache
def merged(name: str) -> dict[str, Any]:
    """Return what the wings have together under a name of `Wing` that is a mapping, such as `tasks`."""
    return {key: value for wing in wings().values() for key, value in getattr(wing, name).items()}


def functions(name: str, place: str = "") -> Iterator[Callable[..., Any]]:
    """Yield the function that each wing has under a name of `Wing`, or for a place there, for those that have one."""
    for wing in wings().values():
        found = getattr(wing, name)
        if function := found.get(place) if place else found:
            yield resolve_name(function)


def wing_notes(place: str) -> list[tuple[str, str]]:
    """Return the sentences that wings have for a place of the core, each with its address or an empty one."""
    return [wing.notes[place] for wing in wings().values() if place in wing.notes]


def template_formats() -> tuple[str, ...]:
    """Return the formats in which the questions of a country are written, and read back when it answers."""
    return ("xlsx", *(each for wing in wings().values() for each in wing.templates))
