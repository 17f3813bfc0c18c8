"""Makes a copy of the public pages: every page as it opens, what is one choice away, and their files.

The pages are drawn by the views and components of the site, without a server and without anybody who reads. The work is
shared by processes; each address is made once, so that the copy does not depend on their order.
"""

import hashlib
import json
import multiprocessing
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask, g

from bukhara.errors import BukharaError
from bukhara.i18n.stems import ENGLISH, RUSSIAN, SYNONYMS
from web import fonts
from web.dash_internals import page_of
from web.first_paint import to_html
from web.header import LANGUAGE_NAMES
from web.layout import draw, title_of_page
from web.public_pages import page_at
from web.site_copy.addresses import Address
from web.site_copy.check import SUMS, sums_of
from web.site_copy.documents import ICON, SCRIPT, STYLES, Contents, Copied, Document, Drawn, addresses_in, chosen_in

Say = Callable[[str], None]
Work = Callable[[Any], Any]
_AT_ONCE = 8
"""So many pages and files are handed to a process at a time."""
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
    leads_to: frozenset[Address] = frozenset()
    chosen: frozenset[tuple[str, str, str]] = frozenset()


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
        self.server.config["SERVICE"].close()  # no connection may be shared by processes
        made = self._crawl()
        pages = [each.drawn for each in made if each.drawn]
        for each in made:
            if each.content is not None:
                self._write(each.address.file, each.content)
        self.say(f"Writing {len(pages)} pages ...")
        addresses = {each.address for each in made}
        contents = Contents(addresses, self.release, {one for each in made for one in each.chosen})
        searched: dict[str, list[tuple[str, str, str]]] = {language: [] for language in self.languages}
        with _shared(lambda drawn: _document(self.server, drawn, contents), self.processes) as work:
            for copied in work(pages):
                self._write(copied.address.file, copied.text.encode())
                if copied.words:
                    row = (copied.address.file.partition("/")[2], copied.title, copied.words)
                    searched[copied.address.language].append(row)
        self._write_shared(searched)
        for name in before.keys() - self.sums.keys():
            (self.folder / name).unlink(missing_ok=True)
        lines = (f"{digest}  {name}\n" for name, digest in sorted(self.sums.items()))
        (self.folder / SUMS).write_text("".join(lines), encoding="utf-8")

    def _crawl(self) -> list[_Made]:
        """Return what each address of the copy is made to, from the first page on; in the order of addresses."""
        todo = {Address(language, path) for language in self.languages for path in ("/", "/search")}
        found: dict[Address, _Made | None] = dict.fromkeys(todo)
        with _shared(lambda batch: [_made(self.server, each, self.release) for each in batch], self.processes) as work:
            while todo:
                self.say(f"Making {len(todo)} pages and files ...")
                for batch in work(_batches(todo)):
                    found |= {made.address: made for made in batch}
                leads = (target for each in sorted(todo) for target in self._follows(found[each]))
                todo = {target for target in leads if target not in found}
                found |= dict.fromkeys(todo)
        return [made for _, made in sorted(found.items()) if made and (made.drawn or made.content is not None)]

    def _follows(self, made: _Made | None) -> Iterator[Address]:
        for target in made.leads_to if made else ():
            known = target.is_file or page_of(target.path)[0]
            if known and target.language in ("", *self.languages) and made and made.address.leads_to(target):
                yield target

    def _write(self, name: str, content: bytes) -> None:
        if name in self.sums:
            raise SiteRefused(f"two addresses have one file: {name}")
        self.sums[name] = hashlib.sha256(content).hexdigest()
        file = self.folder / name
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def _write_shared(self, searched: dict[str, list[tuple[str, str, str]]]) -> None:
        """Write the styles, letters and script of every page, the words of the search, and the first file."""
        client = self.server.test_client()
        with self.server.app_context():
            faces = re.sub(r".*<style>|</style>", "", fonts.of_page("ru"))
        sheet = faces + client.get(self.server.config["STYLESHEET"]).get_data(as_text=True)
        for font in sorted(set(re.findall(r'/assets/(fonts/[^"]+)', sheet))):
            self._write(f"assets/{font}", client.get(f"/assets/{font}", buffered=True).data)
        self._write(STYLES, _ADDRESS.sub("", sheet).encode())
        self._write(ICON, client.get(f"/{ICON}", buffered=True).data)
        self._write(SCRIPT, Path(__file__).with_name("copy.js").read_bytes())
        for language, pages in searched.items():
            index = {"endings": {"ru": RUSSIAN, "en": ENGLISH}, "synonyms": SYNONYMS, "pages": sorted(pages)}
            text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
            self._write(f"assets/search-{language}.js", f"window.bukharaPages = {text};\n".encode())
        links = "".join(
            f'<p><a class="btn btn-primary" lang="{code}" href="{code}/index.html">{LANGUAGE_NAMES[code]}</a></p>'
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


def _batches(addresses: Collection[Address]) -> Iterator[list[Address]]:
    """Yield what one process makes at a time: at first the slides as files, of which the site makes one at a time."""
    apart = sorted(each for each in addresses if _MADE_APART.fullmatch(each.path))
    others = sorted({*addresses}.difference(apart))
    yield from ([apart] if apart else [])
    for first in range(0, len(others), _AT_ONCE):
        yield others[first : first + _AT_ONCE]


def _made(server: Flask, address: Address, release: int) -> _Made:
    """Draw a page, or fetch a file, as somebody who is not signed in."""
    if address.is_file:
        client = server.test_client()
        while (answer := client.get(address.asked, buffered=True)).status_code == 503:
            continue
        content = answer.get_data() if answer.status_code == 200 else None
        return _Made(address, content=content)
    with server.test_request_context(address.asked):
        page_request, page = page_at(address.path, {**dict(address.query), "lang": address.language})
        if not page.found:
            return _Made(address)
        g.page = page
        drawn = Drawn(address, title_of_page(), to_html(draw(page_request, page)))
        chosen = frozenset(chosen_in(drawn)) if address.is_default else frozenset()
        return _Made(address, drawn, leads_to=frozenset(addresses_in(drawn, release)), chosen=chosen)


def _document(server: Flask, drawn: Drawn, contents: Contents) -> Copied:
    with server.app_context():
        return Document(drawn, contents).made()


_works: list[Work] = []
"""What the processes do; they are copies of this one, so nothing of it is handed over."""


def _one(given: Any) -> Any:
    return _works[-1](given)


@contextmanager
def _shared(work: Work, processes: int) -> Iterator[Callable[[Iterable[Any]], Iterator[Any]]]:
    """Yield a function that does a work for many things, in processes where the system can copy this one."""
    if processes == 1 or not hasattr(os, "fork"):
        yield lambda given: map(work, given)
        return
    _works.append(work)
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        yield lambda given: pool.imap(_one, given)
    _works.pop()
