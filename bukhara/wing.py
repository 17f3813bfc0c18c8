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
    "fault_letter",
    "letters",
    "round_calendar",
    "ministry_tables",
    "bodies",
    "documents",
    "site_copy",
    "metrics",
    "word_form",
    "slide_template",
    "unodc_import",
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
    """What a wing adds; a name of a function is "package.module:name"."""

    commands: Mapping[str, str] = field(default_factory=dict)
    """Functions of `bukhara` by their names, or groups of them (typer)."""
    routes: tuple[str, ...] = ()
    """Modules whose routes are on the blueprint of the office."""
    register: str = ""
    """`(server)`, called for addresses outside of the office."""
    open: Mapping[str, str] = field(default_factory=dict)
    """What answers to anybody and to all alike, by endpoint, in a folder of its own; it refuses methods itself."""
    without_token: tuple[str, ...] = ()
    """Endpoints of forms that change nothing and keep nothing."""
    table_files: Mapping[str, str] = field(default_factory=dict)
    """The addresses of tables of open data as files, by name; they take `format` and `as_of`."""
    menu: tuple[MenuEntry, ...] = ()
    """Its pages in the office."""
    grants: Mapping[str, Mapping[Role, GrantScope]] = field(default_factory=dict)
    """The roles of each action that only the wing checks."""
    audit: Mapping[str, str] = field(default_factory=dict)
    """The words of its actions, and of their details, in the audit log."""
    tasks: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Sentence and address of each kind of task that `waiting` yields."""
    waiting: str = ""
    """`(service, actor)`: the tasks of an account."""
    notes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """A sentence, with an address or none, for a place of the core that asks for it."""
    shows: Mapping[str, str] = field(default_factory=dict)
    """Functions that draw a part of a page, or make a part of a file, at such a place."""
    findings: Mapping[str, str] = field(default_factory=dict)
    """Sentences by code: of errors that only the wing finds, or in place of a sentence of the core."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """Functions that write the questions of a country in another format, by its ending."""
    briefs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What a link to the brief of a state in another format says, and the function that writes it, by its ending."""
    makes: str = ""
    """`(service, actor, content, reading)`: our workbook made of a file that was sent, and what is kept of it."""
    listens: str = ""
    """`(connection, action, detail, now)`, told what the audit log records in its transaction: an error undoes it."""
    open_copies: str = ""
    """`(service)`: the source of each copy of one that anybody may have, by the id of the copy."""
    tables: tuple[str, ...] = ()
    """Tables of the store that nobody else uses; they stay in store and backup when the wing is deleted."""
    settings: tuple[str, ...] = ()
    """The variables that it reads."""


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
