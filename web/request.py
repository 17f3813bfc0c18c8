"""What a request asks for: who acts, at which address, in which language, for which day, release and selection."""

import contextvars
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

from flask import Response, after_this_request, current_app, g, has_request_context, request

from bukhara.access import Action, decide
from bukhara.errors import BaseOutdated, FrameworkInvalid, NotAllowed, Refused, ReleaseUnknown
from bukhara.i18n.words import Words, words_of
from bukhara.model.access import ANYBODY, Actor
from bukhara.model.languages import PSEUDO
from bukhara.model.release import Snapshot
from bukhara.service import Service
from web.addresses import address_of
from web.forms import whole_number
from web.parameters import KEPT, PREVIEW

P = ParamSpec("P")
T = TypeVar("T")
# from the year of the Protocol on; charts add some days to the last day
YEARS = range(2000, 2101)
REPLY_PATH = "/reply"
LANGUAGE_COOKIE = "lang"
# a choice of slides is one long value, and so is the address that has it
LONGEST, LONGER = 200, {"pack": 6000, "next": 6200, "about": 6200}


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One request for one address; `query` holds the selection as text that nobody has checked."""

    path: str
    query: Mapping[str, str]
    otherwise: str = "en"  # the language of a page whose address names none
    _seen: list[Snapshot] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def service(self) -> Service:
        """The facade of the domain."""
        return service()

    @property
    def words(self) -> Words:
        """The sentences in the requested language, in English where the language is unknown."""
        language = self.query.get("lang") or self.otherwise
        return words_of(language if language in (*self.service.settings.languages, PSEUDO) else "en")

    @property
    def country(self) -> str:
        """The state or region that the address is about, as in `/countries/KAZ`; empty for a page about all."""
        parts = [*self.path.removeprefix("/chart").split("/"), "", ""]
        framework = self.snapshot.framework
        codes = {place.code for place in framework.countries + framework.regions}
        return parts[2] if parts[1] in ("countries", "evidence") and parts[2] in codes else ""

    @property
    def snapshot(self) -> Snapshot:
        """The record at the requested day, release and method; a value that is not valid is ignored.

        For those who may preview it, a draft as it would be published. It is the same for the whole request.
        """
        if not self._seen:
            self._seen.append(self._snapshot())
        return self._seen[0]

    def _snapshot(self) -> Snapshot:
        draft = preview(self.path, self.query.get(PREVIEW, ""))
        if draft is not None:
            return draft
        day, then = _day(self.query.get("as_of")), self.query.get("method") == "then"
        try:
            release = whole_number(self.query.get("release"))
            return self.service.snapshot(as_of=day, release=release, method_then=then)
        except ReleaseUnknown:
            return self.service.snapshot(as_of=day, method_then=then)

    def view(self, build: Callable[Concatenate[Snapshot, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Build a view model of the snapshot, or return the one kept for the same release, day and selection."""
        return self.service.view(build, self.snapshot, *args, **kwargs)

    def for_everybody(self, build: Callable[[], T]) -> T:
        """Return what `build` makes outside of the request, where nobody knows who reads; a preview inside of it."""
        return build() if self.snapshot.draft else contextvars.Context().run(in_application(build))

    def without(self, *names: str) -> "PageRequest":
        """Return the same request without some of its selections."""
        if self.query.keys().isdisjoint(names):
            return self
        return replace(self, query={each: value for each, value in self.query.items() if each not in names})

    def one_of(self, name: str, allowed: tuple[str, ...], default: str = "") -> str:
        """Return the selection `name` if it is allowed, else `default`."""
        value = self.query.get(name, default)
        return value if value in allowed else default

    def many_of(self, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return the allowed values of the comma-separated selection `name`, in the order of `allowed`."""
        asked = self.query.get(name, "").split(",")
        return tuple(value for value in allowed if value in asked)

    def why(self, refused: Refused) -> str:
        """Return why something was refused, in the language of the page."""
        return self.words(refused.reason, **refused.values)

    def href(self, path: str, /, **selection: str) -> str:
        """Return an address that keeps language, day and release."""
        return address_of(path, {name: self.query[name] for name in KEPT if name in self.query} | selection)

    def here(self, /, **changes: str) -> str:
        """Return this address with some of the selection changed; an empty value drops it."""
        return address_of(self.path, {**self.query, **changes})


def page_request_of(path: str, query: Mapping[str, object]) -> PageRequest:
    """Return the request for an address, or for the one that Dash's variables make of a `path` like `/themes/<item>`.

    Only text is kept, cut at 200 characters, a choice of slides at 6000 and an address at 6200. The preview of a draft,
    and a language that nobody has signed, are dropped where the reader may not see them. The layout of a page gets the
    request that the page is made for, with the same snapshot.
    """
    path, given = path_and_query(path, query)
    cut = {name[:40]: v[: LONGER.get(name, LONGEST)] for name, v in given.items() if isinstance(v, str)}
    page_request = PageRequest(path, cut)
    asked: PageRequest | None = g.get("asked")
    if asked == page_request:
        return asked
    draft = cut.get(PREVIEW)
    hidden = [PREVIEW] if draft is not None and preview(path, draft) is None else []
    if (language := cut.get("lang")) in service().settings.languages and language not in languages_offered():
        hidden.append("lang")
    return page_request.without(*hidden)


def path_and_query(template: str, given: Mapping[str, T]) -> tuple[str, dict[str, T]]:
    """Return the path that Dash's variables make of a template, and what of the given is the query."""
    path = template
    for name, value in given.items():
        path = path.replace(f"<{name}>", str(value))
    return path, {name: value for name, value in given.items() if f"<{name}>" not in template}


def current_request(path: str | None = None) -> PageRequest:
    """Return the page that the present request asks for, in the reader's language; a form passes its page's `path`."""
    page_request = page_request_of(request.path if path is None else path, request.args.to_dict())
    return page_request if page_request.query.get("lang") else replace(page_request, otherwise=reader_language())


def reader_language() -> str:
    """Return the language that the reader chose before, else the first offered one of the browser, else English."""
    after_this_request(_depends_on_reader)
    chosen, offered = request.cookies.get(LANGUAGE_COOKIE), languages_offered()
    if chosen in offered:
        return chosen
    wanted = (code.split("-")[0].lower() for code, quality in request.accept_languages if quality > 0)
    return next((code for code in wanted if code in offered and code != PSEUDO), "en")


def languages_offered() -> tuple[str, ...]:
    """Return the languages that this reader may choose: who is signed in sees those, too, that nobody has signed."""
    every, public = service().settings.languages, service().languages
    return every if every != public and has_request_context() and actor().signed_in else public


def _depends_on_reader(response: Response) -> Response:
    """Say to caches that the reader decided the language; what a cookie decided is for this reader alone."""
    response.vary.add("Accept-Language")
    if LANGUAGE_COOKIE in request.cookies:
        response.headers["Cache-Control"] = "private, no-cache"
    return response


def service() -> Service:
    """Return the facade of the domain that this server was made with."""
    found: Service = current_app.config["SERVICE"]
    return found


def actor() -> Actor:
    """Return who acts: as the session says (`ACTOR` in the server's configuration), else anybody.

    Raises:
        RuntimeError: outside of a request, as where something is built that is kept for everybody.
    """
    if not has_request_context():
        raise RuntimeError("Nobody acts outside of request context, and what is kept for everybody has no reader.")
    who: Callable[[], Actor] = current_app.config.get("ACTOR", lambda: ANYBODY)
    return who()


def preview(path: str, draft: str) -> Snapshot | None:
    """Return the record as it would be once `draft` is published, with pending replies.

    None if there is no such draft or the reader may not preview it.
    """
    if not draft or not has_request_context() or whole_number(draft) is None:
        return None
    who = actor()
    if not may_preview(who, path):
        return None
    domain = service()
    made: dict[tuple[Actor, str], Snapshot | None] = g.setdefault("previews", {})
    key = who, draft
    if key not in made:
        made[key] = None
        with suppress(NotAllowed, Refused, BaseOutdated, ReleaseUnknown, FrameworkInvalid):
            snapshot = domain.drafts.preview(who, int(draft)) if int(draft) else domain.snapshot()
            made[key] = domain.replies.previewed(who, snapshot)
    return made[key]


def may_preview(who: Actor, path: str) -> bool:
    """Return whether `who` may see previews at an address: a commission its own page and the evidence."""
    if decide(who, Action.PREVIEW, "").allowed:
        return True
    is_own = path in (f"/countries/{who.country}", REPLY_PATH) or path.startswith("/evidence/")
    return is_own and decide(who, Action.PREVIEW, who.country).allowed


def asked_by_nobody(make: Callable[[], T], **sent: Any) -> T:
    """Return what `make` makes in a request of its own, which has no cookie and nothing else of the reader.

    `sent` is what that request has: `path`, `query_string`, `method`, `json`, `headers`.
    """
    own_request = current_app.test_request_context(**sent)

    def make_in_own_request() -> T:
        with own_request:
            return make()

    return contextvars.Context().run(make_in_own_request)


def in_application(build: Callable[[], T]) -> Callable[[], T]:
    """Return a function that runs `build` for this application in any thread, outside of a request."""
    application = current_app.app_context()

    def build_in_application() -> T:
        with application:
            return build()

    return build_in_application


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None
