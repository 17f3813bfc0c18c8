"""The stages, and the stores that are made of them once a session."""

import fcntl
import shutil
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from sqlalchemy import event

from bukhara.model.codes import Status
from bukhara.model.round import ReplyKind
from bukhara.service import Service
from bukhara.settings import Settings
from tests.clock import NOW, Clock
from tests.quick_passwords import hash_quickly
from tests.reading_here import read_here
from tests.seeded import begin_as, shipped
from tests.serving import ROOT
from tests.stages.new_list import edited
from tests.stages.secretariat import Secretariat
from tests.web.site_client import VIEWER, Site, new_site

EXERCISE, SIXTH_STATE = "exercise: ", "sixth state"
SENT, DUE, ANSWERED = date(2026, 11, 2), date(2026, 12, 20), date(2026, 11, 20)
YEAR_LATER = datetime(2027, 11, 24, 9, 0, tzinfo=UTC)
SIXTH = """  - code: XSX
    name: {en: "Republic of Sixth", ru: "Республика Шестая"}
    short: {en: "Sixth", ru: "Шестая"}
"""
SIXTH_BODY = """  - name: "Ministry of Internal Affairs of Sixth"
    ru: "Министерство внутренних дел государства Шестая"
    country: XSX
    kind: state
"""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: the one before it, what is done then, by which time, and how the text of the framework is edited first."""

    step: Callable[[Secretariat], None] = lambda _: None
    after: str = ""
    now: datetime = NOW
    edit: Callable[[str], str] | None = None


def _send_all(office: Secretariat) -> None:
    round_id = office.open_round("Round of November", "Ноябрьский раунд")
    office.send(round_id, range(len(office.framework.countries)), SENT, DUE)


def _send_one(office: Secretariat) -> None:
    office.send(office.open_round("Questions to one state", "Вопросы одному государству"), [1], SENT, DUE)


def _answer_others(office: Secretariat) -> None:
    for number in range(1, len(office.framework.countries)):
        office.answer_round(number, ANSWERED)


def _close(office: Secretariat) -> None:
    office.close("round-2026-1")


def _next_round(office: Secretariat) -> None:
    round_id = office.open_round("Round of 2027", "Раунд 2027 года")
    office.send(round_id, range(len(office.framework.countries)), date(2027, 11, 1), date(2027, 12, 20))
    office.answer_round(2, date(2027, 11, 20))


def _letter(office: Secretariat) -> None:
    office.letter(1, "BD-12.1", Status.IN_PLACE, ANSWERED, since="2026-10")


def _reply(kind: ReplyKind, words: str) -> Callable[[Secretariat], None]:
    return lambda office: office.reply(0, "BD-6a", kind, words, ANSWERED)


def _code_anew(office: Secretariat) -> None:
    office.code_anew(0, "BD-6a", Status.IN_PLACE, Status.UNDER_WAY)


def _with_sixth_state(text: str) -> str:
    text = text.replace("\nregions:\n", f"\n{SIXTH}\nregions:\n", 1).replace("\n\n\nregions", "\n\nregions", 1)
    return text.replace("\nbodies:\n", f"\nbodies:\n{SIXTH_BODY}", 1)


STAGES = {
    "first start": Stage(),
    "one letter": Stage(_letter, "first start"),
    "request to one state": Stage(_send_one, "first start"),
    "round sent": Stage(_send_all, "first start"),
    "one state answered": Stage(lambda office: office.answer_round(0, ANSWERED, ("2022", "2025")), "round sent"),
    "all answered": Stage(_answer_others, "one state answered"),
    "round closed": Stage(_close, "all answered"),
    "next round, one answer": Stage(_next_round, "round closed", YEAR_LATER),
    "confirmed": Stage(_reply(ReplyKind.CONFIRMATION, ""), "first start"),
    "confirmed, then coded anew": Stage(_code_anew, "confirmed"),
    "corrected": Stage(_reply(ReplyKind.CORRECTION, "The body was founded earlier."), "first start"),
    "corrected, then coded anew": Stage(_code_anew, "corrected"),
    "objected": Stage(_reply(ReplyKind.OBJECTION, "We see this differently."), "first start"),
    "objected, then coded anew": Stage(_code_anew, "objected"),
    "plan in force": Stage(lambda office: office.plan(0, ANSWERED, "2024", "2026"), "first start"),
    "plan ended": Stage(after="plan in force", now=YEAR_LATER),
    "release taken back": Stage(Secretariat.take_back_newest, "one letter"),
    SIXTH_STATE: Stage(
        lambda office: office.letter(5, "BD-12.1", Status.IN_PLACE, ANSWERED), "first start", edit=_with_sixth_state
    ),
    "articles loaded": Stage(_letter, "first start", edit=edited),
}
"""Those of the record; the exercise has the same, without a sixth state, beginning with its two rounds."""
OF_EXERCISE = (
    *("first start", "one state answered", "all answered", "round closed", "next round, one answer", "plan ended"),
    *("confirmed", "confirmed, then coded anew", "objected", "articles loaded"),
)
"""Where a record that begins with rounds differs from one that begins with a report; the rest is as in the record."""


def names() -> list[str]:
    """Return the names of all stages of the record, and of those of the exercise that differ."""
    return [*STAGES, *(f"{EXERCISE}{name}" for name in OF_EXERCISE)]


class Stages:
    """The stores of the stages in a folder that several processes may share."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._read: dict[str, Site] = {}

    def read(self, name: str) -> Site:
        """Return the site of a stage for tests that only read, one for all: it keeps what they read, and nobody writes to it."""
        if name not in self._read:
            self._read[name] = self._copied(name, shipped(exercise=name.startswith(EXERCISE)))
            self._read[name].service.snapshot()
            engine = self._read[name].service.opened().engine
            event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
            engine.dispose()
            for each in ("read", "table", "slides"):
                setattr(self._read[name], each, cache(getattr(self._read[name], each)))
        return self._read[name]

    def open(self, name: str) -> Site:
        """Return a site on a copy of the store of a stage, at its time, for anybody; `site.act` changes who acts."""
        return self._copied(name, self.read(name).service)

    def _copied(self, name: str, like: Service) -> Site:
        made = self._made(name)
        own = Path(mkdtemp(dir=self._folder))
        shutil.copy(made / "bukhara.sqlite", own)
        clock = Clock(STAGES[_without_prefix(name)].now)
        settings = {"framework_file": made / "indicators.yaml"}
        site = new_site(own, actor=VIEWER, clock=clock, real=not name.startswith(EXERCISE), made=True, **settings)
        begin_as(site.service, like)
        return site

    def _made(self, name: str) -> Path:
        """Return the folder with the store and the framework of a stage; the first call makes them."""
        made = self._folder / name.replace(": ", "-").replace(", ", "-").replace(" ", "-")
        with _locked(made.with_suffix(".lock")):
            if not made.exists():
                self._make(name, made)
        return made

    def _make(self, name: str, made: Path) -> None:
        stage, exercise = STAGES[_without_prefix(name)], name.startswith(EXERCISE)
        prefix = EXERCISE if exercise else ""
        before = self._made(prefix + stage.after) if stage.after else None
        folder = Path(mkdtemp(dir=self._folder))
        like = before or shipped(exercise=exercise).settings.var_dir
        shutil.copy(like / "bukhara.sqlite", folder)
        text = ((before or ROOT) / "indicators.yaml").read_text(encoding="utf-8")
        (folder / "indicators.yaml").write_text(stage.edit(text) if stage.edit else text, encoding="utf-8")
        settings = Settings(
            _env_file=None, exercise=exercise, var_dir=folder, framework_file=folder / "indicators.yaml"
        )
        service = Service(settings, Clock(stage.now))
        begin_as(service, shipped(exercise=exercise))
        with pytest.MonkeyPatch.context() as patch:
            read_here(patch)
            hash_quickly(patch)
            stage.step(Secretariat(service))
        service.close()
        folder.rename(made)


def _without_prefix(name: str) -> str:
    return name.removeprefix(EXERCISE)


@contextmanager
def _locked(path: Path):
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
