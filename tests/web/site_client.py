"""A site of one's own for a test: a fresh store, a chosen actor, a clock that a test moves.

    site = new_site(tmp_path, actor=SECRETARIAT)          # the exercise; real=True for the real record
    site.client.post("/upload", data={...})                # Flask's test client; CSRF is off
    site.act(commission("XAA")); site.clock.advance(days=2)

With `signing_in=True` nothing is replaced: sessions, sign-in and CSRF work as they do for readers.
"""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

from flask.testing import FlaskClient
from pydantic import TypeAdapter
from werkzeug.routing import Rule
from werkzeug.serving import make_server

from app import create_app
from bukhara.exports.filters import FILTERS
from bukhara.exports.to_json import to_json
from bukhara.model.access import ANYBODY, Actor, Role
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import Kind, State, Status
from bukhara.model.statement import Statement
from bukhara.pack import PackChoice
from bukhara.pack.slides import Slide
from bukhara.service import Service
from bukhara.service.releases import open_data
from bukhara.settings import Settings
from tests.clock import NOW, Clock
from tests.seeded import begin_as, shipped
from tests.web.reading import text
from web.static import used_styles

_compile, _compiled = Rule._compile_builder, {}


def _compile_once(rule: Rule, append_unknown: bool = True) -> Any:
    """Let the sites of a session share how addresses are built; to compile it was most of the time of a site."""
    key = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)
    return _compiled.get(key) or _compiled.setdefault(key, _compile(rule, append_unknown))


Rule._compile_builder = _compile_once
used_styles.rules = cache(used_styles.rules)
LONG = 300.0
SECRET = "key-of-the-tests-that-nobody-uses-elsewhere"


def commission(country: str) -> Actor:
    """Return the commission of a state."""
    return Actor(name=f"commission-{country.lower()}", roles=frozenset({Role.COMMISSION}), country=country)


def in_place(service: Service, item_id: str, words: str) -> LetterAnswer:
    """Return an answer of XAA by letter that puts the first milestone of an item in place."""
    framework = service.framework()
    row = Statement(
        country="XAA",
        item=item_id,
        indicator=framework.item(item_id).milestones[0].id,
        kind=Kind.IMPLEMENTATION,
        state=State.VALUE,
        status=Status.IN_PLACE,
        statement=words,
    )
    body = next(body.key for body in framework.bodies if body.country == "XAA")
    return LetterAnswer(row=row, body=body, document_number="7", date=NOW.date())


VIEWER = ANYBODY
ORGANISER = Actor(name="otto", roles=frozenset({Role.ORGANISER}))
SECRETARIAT = Actor(name="lena", roles=frozenset({Role.SECRETARIAT}))
SECOND = Actor(name="mira", roles=frozenset({Role.SECRETARIAT}))
ADMIN = Actor(name="root", roles=frozenset({Role.ADMIN}))


class Visitor(FlaskClient):
    """A client whose answers must have headers that are fit to send."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        answer = super().open(*args, **kwargs)
        str(answer.headers).encode("latin-1")  # as a server does; Flask's client does not
        return answer


@dataclass
class Site:
    """One application on one store."""

    app: Any
    service: Service
    clock: Clock
    settings: Settings
    client: Any = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.app.server.test_client()

    def act(self, actor: Actor) -> None:
        """Let somebody else act from now on."""
        self.app.server.config["ACTOR"] = lambda: actor

    def another_client(self) -> Any:
        """Return a client with cookies of its own."""
        return self.app.server.test_client()

    def html(self, address: str) -> str:
        """Return the text of an address; it must answer 200."""
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.get_data(as_text=True)

    def read(self, address: str, language: str = "en") -> str:
        """Return the words of a page, those that it quotes too."""
        return " ".join(text(self.html(address), language))

    def rows(self, name: str, **asked: Any) -> list[dict[str, Any]]:
        """Return the rows of a table of open data that pass some filters, as JSON has them."""
        return json.loads(self.table(name, **asked))["data"]

    def table(self, name: str, **asked: Any) -> str:
        """Return a table of open data as JSON."""
        given = {each: TypeAdapter(FILTERS[each].type).validate_python(value) for each, value in asked.items()}
        return to_json(open_data.table(self.service, name, open_data.snapshot_of(self.service, given), given))

    def slides(self, **choice: Any) -> tuple[Slide, ...]:
        """Return the suggested slides of a choice."""
        return self.service.pack(PackChoice(**choice)).slides

    def drawn(self, path: str, search: str = "", client: Any = None) -> Any:
        """Return Dash's answer to the callback that draws the page at an address."""
        return (client or self.client).post(
            "/_dash-update-component", data=json.dumps(callback_body(path, search)), content_type="application/json"
        )


def callback_body(path: str, search: str = "") -> dict[str, Any]:
    """Return the body that Dash's script sends when a reader goes to an address."""
    place = [("pathname", path), ("search", search)]
    outputs = [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}]
    return {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": outputs,
        "inputs": [{"id": "_pages_location", "property": name, "value": value} for name, value in place],
        "changedPropIds": ["_pages_location.pathname", "_pages_location.search"],
        "state": [],
    }


def new_site(
    folder: Path,
    *,
    actor: Actor = SECRETARIAT,
    clock: Clock | None = None,
    real: bool = False,
    signing_in: bool = False,
    made: bool = False,
    **settings: Any,
) -> Site:
    """Return a site on a fresh store in `folder`, or on the one that was `made` there.

    `settings` are those of bukhara.settings.Settings.
    """
    clock = clock or Clock()
    like = shipped(exercise=not real)
    if "data_dir" not in settings and not made:
        shutil.copy(like.settings.var_dir / "bukhara.sqlite", folder / "bukhara.sqlite")
    chosen = {"exercise": not real, "var_dir": folder, "secret_key": SECRET, "languages": ("en", "ru", "en_XA")}
    whole = Settings(_env_file=None, **{**chosen, **settings})
    app = create_app(whole, clock)
    app.server.test_client().get("/healthz")  # the first request gives the callbacks of pages to this application
    app.server.test_client_class = Visitor
    site = Site(app, app.server.config["SERVICE"], clock, whole)
    site.service.preparation.patience = LONG  # a busy machine shows what a quiet one shows
    if not settings:
        begin_as(site.service, like)
    if not signing_in:
        app.server.config["WTF_CSRF_ENABLED"] = False
        site.act(actor)
    return site


@contextmanager
def served(site: Site) -> Iterator[str]:
    """Yield the address at which this process answers for a site."""
    server = make_server("127.0.0.1", 0, site.app.server, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def token(html: str) -> str:
    """Return the CSRF token of the first form of a page."""
    return re.search(r'name="csrf_token"\s+value="([^"]+)"', html)[1]
