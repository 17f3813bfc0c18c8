"""Who looks and at what: language, day, release and selection, all read from the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlencode

from flask import current_app

from bukhara.errors import ReleaseUnknown
from bukhara.i18n.words import PSEUDO, Words, words_of
from pages._ui.parts import rehearsal

if TYPE_CHECKING:
    from bukhara.model.release import Snapshot
    from bukhara.service import Service

P = ParamSpec("P")
T = TypeVar("T")
# of the Protocol to the last in which somebody may look back; charts reckon some days beyond
YEARS = range(2000, 2101)
KEPT = ("lang", "as_of", "release", "method", rehearsal.NAME)


@dataclass(frozen=True, slots=True)
class Reader:
    """One look at one address; `query` holds the selection as text, never trusted."""

    path: str
    query: Mapping[str, str]
    _seen: list[Snapshot] = field(default_factory=list, compare=False, repr=False)

    @property
    def service(self) -> Service:
        """The door to the domain."""
        service: Service = current_app.config["SERVICE"]
        return service

    @property
    def words(self) -> Words:
        """The voice of the language asked for, English where it is unknown."""
        language = self.query.get("lang", "en")
        return words_of(language if language in (*self.service.languages, PSEUDO) else "en")

    @property
    def snapshot(self) -> Snapshot:
        """What the store holds for the day, release and method asked for; wishes that cannot be met are ignored.

        For those who may see it, a draft as it would be published. One look sees one release, whatever is published
        meanwhile.
        """
        if not self._seen:
            self._seen.append(self._look_up())
        return self._seen[0]

    def _look_up(self) -> Snapshot:
        draft = rehearsal.rehearsed(self.service, self.path, self.query.get(rehearsal.NAME, ""))
        if draft is not None:
            return draft
        day, then = _day(self.query.get("as_of")), self.query.get("method") == "then"
        try:
            return self.service.snapshot(as_of=day, release=_number(self.query.get("release")), method_then=then)
        except ReleaseUnknown:
            return self.service.snapshot(as_of=day, method_then=then)

    def view(self, build: Callable[Concatenate[Snapshot, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Build a view model of the snapshot, or take the one made before for the same release, day and selection."""
        return self.service.view(build, self.snapshot, *args, **kwargs)

    def one_of(self, name: str, allowed: tuple[str, ...], default: str = "") -> str:
        """Return the selection `name` if it is allowed, else `default`."""
        value = self.query.get(name, default)
        return value if value in allowed else default

    def many_of(self, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return the allowed values of the comma-separated selection `name`, in the order of `allowed`."""
        asked = self.query.get(name, "").split(",")
        return tuple(value for value in allowed if value in asked)

    def href(self, path: str, **selection: str) -> str:
        """Return an address that keeps language, day and release."""
        kept = {name: self.query[name] for name in KEPT if self.query.get(name)}
        query = {name: value for name, value in {**kept, **selection}.items() if value}
        return f"{path}?{urlencode(query)}" if query else path

    def here(self, **changes: str) -> str:
        """Return this address with some of the selection changed; an empty value drops it."""
        query = {name: value for name, value in {**self.query, **changes}.items() if value}
        return f"{self.path}?{urlencode(query)}" if query else self.path


def reader_of(path: str, query: Mapping[str, object]) -> Reader:
    """Return the reader of an address; only text values are kept, cut at 200 characters.

    A rehearsal that the reader may not see, or that is none, is as if nobody had asked for it.
    """
    reader = Reader(path, {str(k)[:40]: v[:200] for k, v in query.items() if isinstance(v, str)})
    asked = reader.query.get(rehearsal.NAME)
    if asked is None or rehearsal.rehearsed(reader.service, path, asked) is not None:
        return reader
    return Reader(path, {name: value for name, value in reader.query.items() if name != rehearsal.NAME})


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else None
