"""Makes a copy of the public pages: every page as it opens, what is one choice away, and their files.

The pages are drawn by the views and components of the site, without a server and without anybody who reads. The work is
shared by processes; each address is made once, so that the copy does not depend on their order.
"""

import gc
import hashlib
import json
import multiprocessing
import os
import re
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from flask import Flask, g

from bukhara.errors import BukharaError
from bukhara.i18n.stems import stem, stop_words, synonyms
from bukhara.model.languages import language_of
from bukhara.service.packs.pack_files import ASKED_BY, OF_COPY
from web import fonts
from web.dash_internals import page_of
from web.first_paint import to_html
from web.inline_scripts import COLOUR_MODE
from web.layout import draw, title_of_page
from web.public_pages import page_at
from wings.site_copy.addresses import Address
from wings.site_copy.check import SUMS, sums_of
from wings.site_copy.documents import (
    ICON,
    NOTHING_FOUND,
    SCRIPT,
    STYLES,
    Contents,
    Copied,
    Document,
    Drawn,
    Found,
    found_in,
)

Say = Callable[[str], None]
Work = Callable[[Any], Any]
T = TypeVar("T")
_AT_ONCE = 8
"""So many pages and files are handed to a process at a time."""
_TOLD = 500
"""After so many it is said how far the work is."""
_TRIES = 20
"""So often a file is asked for that cannot be made at once, because the machine is busy."""
_MADE_APART = re.compile(r".*/pack\..*")
_ADDRESS = re.compile(r"""(?<=["'(])/assets/""")


class SiteRefused(BukharaError):
    """A copy that cannot be made there."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a process made of an address: a page with where it leads, the bytes of a file, or nothing."""

    address: Address
    drawn: Drawn | None = None
    content: bytes | None = None
    found: Found = NOTHING_FOUND


@dataclass(slots=True)
class Copy:
    """One copy while it is made: the application, its folder, and the checksum of each file."""

    server: Flask
    release: int
    languages: tuple[str, ...]
    folder: Path
    say: Say
    processes: int = os.cpu_count() or 1
    sums: dict[str, str] = field(default_factory=dict)

    def make(self) -> None:
        """Write every file that is new or different, delete those that are gone, and then the list of checksums."""
        before = _before(self.folder)
        made = self._crawl()
        pages = [each.drawn for each in made if each.drawn]
        for each in made:
            if each.content is not None:
                self._write(each.address.file, each.content)
        self.say(f"Writing {len(pages)} pages ...")
        addresses = {each.address for each in made}
        contents = Contents(addresses, self.release, {one for each in made for one in each.found.chosen})
        copies: list[Copied] = []
        with _shared(lambda drawn: [_document(self.server, each, contents) for each in drawn], self.processes) as start:
            for batch in list(map(start, _batches(pages))):
                copies += batch.result()
        for copied in copies:
            self._write(copied.address.file, copied.text.encode())
        self._write_shared(copies)
        for name in before.keys() - self.sums.keys():
            (self.folder / name).unlink(missing_ok=True)
        lines = (f"{digest}  {name}\n" for name, digest in sorted(self.sums.items()))
        (self.folder / SUMS).write_text("".join(lines), encoding="utf-8")

    def _crawl(self) -> list[_Made]:
        """Return what each address of the copy is made to, from the first page on; in the order of addresses."""
        todo = {Address(language, path) for language in self.languages for path in ("/", "/search")}
        # drawn here, so that the processes begin with the record read and the views of the first page made
        found = {each: _made(self.server, each, self.release) for each in sorted(todo)}
        self.server.config["SERVICE"].close()  # no connection may be shared by processes
        gc.freeze()
        known, told = set(todo), 0
        todo = {target for each in found.values() for target in self._follows(each)} - known
        running: set[Future[list[_Made]]] = set()

        def work(batch: list[Address]) -> list[_Made]:
            return [_made(self.server, each, self.release) for each in batch]

        # of slides as files the site makes one at a time, for which no process shall wait
        with _shared(work, self.processes) as start, _shared(work, 1) as start_apart:
            while todo or running:
                known |= todo
                apart = sorted(each for each in todo if _MADE_APART.fullmatch(each.path))
                running |= {start(batch) for batch in _batches(sorted(todo.difference(apart)))}
                running |= {start_apart([each]) for each in apart}
                done, running = wait(running, return_when=FIRST_COMPLETED)
                made = [each for batch in done for each in batch.result()]
                found |= {each.address: each for each in made}
                todo = {target for each in made for target in self._follows(each)} - known
                if len(found) // _TOLD > told:
                    told = len(found) // _TOLD
                    self.say(f"{len(found)} of {len(known)} pages and files that are known so far ...")
        return [made for _, made in sorted(found.items()) if made.drawn or made.content is not None]

    def _follows(self, made: _Made) -> Iterator[Address]:
        for target in made.found.addresses:
            known = target.is_file or page_of(target.path)[0]
            if known and target.language in ("", *self.languages) and made.address.leads_to(target):
                yield target

    def _write(self, name: str, content: bytes) -> None:
        if name in self.sums:
            raise SiteRefused(f"two addresses have one file: {name}")
        self.sums[name] = hashlib.sha256(content).hexdigest()
        file = self.folder / name
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def _write_shared(self, copies: Collection[Copied]) -> None:
        """Write the styles, letters and script of every page, the words of the search, and the first file."""
        client = self.server.test_client()
        with self.server.app_context():
            faces = re.sub(r".*<style>|</style>", "", fonts.of_page("ru"))
        sheet = faces + client.get(self.server.config["STYLESHEET"]).get_data(as_text=True)
        for font in sorted(set(re.findall(r'/assets/(fonts/[^"]+)', sheet))):
            self._write(f"assets/{font}", client.get(f"/assets/{font}", buffered=True).data)
        self._write(STYLES, _ADDRESS.sub("", sheet).encode())
        self._write(ICON, client.get(f"/{ICON}", buffered=True).data)
        script = Path(__file__).with_name("copy.js").read_text(encoding="utf-8")
        self._write(SCRIPT, f"{COLOUR_MODE};\n{script}".encode())
        for language in self.languages:
            searched = [each for each in copies if each.words and each.address.language == language]
            text = json.dumps(_index(searched), ensure_ascii=False, separators=(",", ":"))
            self._write(f"assets/search-{language}.js", f"window.bukharaPages = {text};\n".encode())
        links = "".join(
            f'<p><a class="btn btn-primary" lang="{code}" href="{code}/index.html">{language_of(code).own_name}</a></p>'
            for code in self.languages
        )
        first = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Bukhara Monitor</title>'
        first += f'<link rel="icon" href="{ICON}"><link rel="stylesheet" href="{STYLES}"></head>'
        self._write("index.html", f'{first}<body class="p-2"><h1>Bukhara Monitor</h1>{links}</body></html>\n'.encode())


def _before(folder: Path) -> dict[str, str]:
    """Return the checksums of the copy that is in a folder; refuse a folder with anything else."""
    if (folder / SUMS).is_file():
        return sums_of(folder)
    if folder.exists() and any(folder.iterdir()):
        raise SiteRefused(f"{folder} holds something else than a copy of this site")
    folder.mkdir(parents=True, exist_ok=True)
    return {}


def _index(copies: Collection[Copied]) -> dict[str, Any]:
    """Return what the search of a copy needs: each page, and for each stem how far on the next page with it is.

    A script knows no endings: of a word it takes the longest stem that begins it, and of the words in `stems` theirs.
    """
    groups = [*dict.fromkeys(synonyms().values())]
    pages, stems = [], dict[str, str]()
    places: dict[str, set[int]] = {own: set() for group in groups for phrase in group for own in phrase}
    for n, each in enumerate(copies):
        pages.append((each.address.file.partition("/")[2], each.title))
        for word in each.words:
            places.setdefault(stems.setdefault(word, stem(word)), set()).add(n)
    words = {own: [here - last for last, here in pairwise([0, *sorted(places[own])])] for own in sorted(places)}
    longest = {word: next((word[:n] for n in range(len(word), 0, -1) if word[:n] in words), "") for word in stems}
    apart = {word: own for word, own in sorted(stems.items()) if longest[word] != own}
    return {"stop": sorted(stop_words()), "synonyms": groups, "stems": apart, "pages": pages, "words": words}


def _batches(given: list[T]) -> Iterator[list[T]]:
    """Yield what one process makes at a time."""
    return (given[first : first + _AT_ONCE] for first in range(0, len(given), _AT_ONCE))


def _made(server: Flask, address: Address, release: int) -> _Made:
    """Draw a page, or fetch a file, as somebody who is not signed in."""
    if address.is_file:
        return _Made(address, content=_fetched(server, address))
    with server.test_request_context(address.asked):
        page_request, page = page_at(address.path, {**dict(address.query), "lang": address.language})
        if not page.found:
            return _Made(address)
        g.page = page
        drawn = Drawn(address, title_of_page(), to_html(draw(page_request, page)))
        return _Made(address, drawn, found=found_in(drawn, release))


def _fetched(server: Flask, address: Address) -> bytes | None:
    """Return the bytes of a file, None where there is none; wait as long as the site says where others are made.

    Raises SiteRefused for a file that cannot be made, so that no copy lacks one without a word.
    """
    client = server.test_client()
    for _ in range(_TRIES):
        answer = client.get(address.asked, buffered=True, environ_overrides={ASKED_BY: OF_COPY})
        if answer.status_code < 500:
            return answer.get_data() if answer.status_code == 200 else None
        time.sleep(int(answer.headers.get("Retry-After", 1)))
    raise SiteRefused(f"{address.asked} could not be made: the site answered {answer.status_code} each time")


def _document(server: Flask, drawn: Drawn, contents: Contents) -> Copied:
    with server.app_context():
        return Document(drawn, contents).made()


_works: list[Work] = []
"""What the processes do; they are copies of this one, so nothing of it is handed over."""


def _one(given: Any) -> Any:
    return _works[-1](given)


@contextmanager
def _shared(work: Work, processes: int) -> Iterator[Callable[[Any], Future[Any]]]:
    """Yield a function that starts a work, in one of some processes where the system can copy this one."""
    _works.append(work)
    executor = _executor(processes)
    try:
        yield lambda given: executor.submit(_one, given)
    finally:
        executor.shutdown(cancel_futures=True)
        _works.pop()


def _executor(processes: int) -> Executor:
    if processes == 1 or not hasattr(os, "fork"):
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(processes, multiprocessing.get_context("fork"))
