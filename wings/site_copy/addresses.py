"""Which addresses a copy holds, and the file of each."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from bukhara.pack import PackChoice, to_text
from web.addresses import path_of
from web.parameters import KEPT, STATES, of_pictures

_FILE = re.compile(r"/(?:download|panel|countries|releases)/.+\.(\w+)|/panel/present|/api/v1/\w+|/assets/.+")
_SHARED = ("/api/", "/assets/", "/releases/")
"""The beginnings of paths of what is the same in every language."""
_FORM = "/wrong"
_DAY = {"as_of", "method"}
_ON_THE_SITE = {"q", "pack", "from", "to"}
"""Choices that a copy does not hold: words, slides, and a span of years, which is two of them."""
_THEME = "/themes/"
"""Not held either: a theme of one state, which its page shows beside the others, and the page of the state alone."""
_CHART = "/chart/"
_LONGEST = 80


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address of the site as a copy names it: without its language, the release and what fades states."""

    language: str
    path: str
    query: tuple[tuple[str, str], ...] = ()

    @property
    def is_file(self) -> bool:
        """Whether it is no page that a copy draws: a table, a picture, slides."""
        return bool(_FILE.fullmatch(self.path))

    @property
    def choice(self) -> dict[str, str]:
        """What is chosen beyond the page as it opens; a file and the page of a chart have the tab of their page."""
        own = {"tab", "page"} if self.is_file else {"tab"} if self.path.startswith(_CHART) else set()
        return {name: value for name, value in self.query if name not in own}

    @property
    def is_default(self) -> bool:
        """Whether it is a page as it opens."""
        return not self.query and not self.is_file

    @property
    def asked(self) -> str:
        """The address as the site answers it."""
        query = {**dict(self.query), **({"lang": self.language} if self.language else {})}
        return f"{self.path}?{urlencode(query)}"

    @property
    def file(self) -> str:
        """The name of its file in a copy, with the folders that it is in.

        Example:
            >>> Address("en", "/themes", (("tab", "counts"),)).file
            'en/themes.tab-counts.html'
        """
        path, query, kind = self.path.strip("/") or "index", dict(self.query), "html"
        if path.startswith("api/"):
            path, kind = path.replace("api/v1", "data"), query.pop("format", "json")
        elif self.is_file and self.path != "/panel/present":
            path, _, kind = path.rpartition(".")
        name = path + "".join(f".{name}-{value.strip('/').replace('/', '-')}" for name, value in query.items())
        short = re.sub(r"[^\w./-]+", "-", name, flags=re.ASCII)[: len(path) + _LONGEST]
        if short != name:
            short += f"-{hashlib.sha256(self.asked.encode()).hexdigest()[:8]}"
        return "/".join((*([self.language] if self.language else []), f"{short}.{kind}"))

    def leads_to(self, target: "Address") -> bool:
        """Return whether a copy follows a link: to a page as it opens, from there to one choice, and through a list.

        Pictures as PNG and PDF are those that Downloads lists; every other one is in its page, and a file as SVG.
        """
        if re.fullmatch(r"/download/.+\.(png|pdf)", target.path):
            return self.path == "/downloads"
        chosen, here = target.choice, self.choice
        if not chosen:
            return True
        of_list = {name: value for name, value in chosen.items() if name != "page"}
        if of_list != chosen and target.path == self.path and of_list.keys() <= {"tab"}:
            return of_list == {name: value for name, value in here.items() if name != "page"}
        left_out = _ON_THE_SITE | ({STATES} if self.path.startswith(_THEME) else set())
        is_one = len(chosen) == 1 and not chosen.keys() & left_out
        return is_one and not here and not self.path.startswith(_CHART)

    def instead(self, *, keeps_day: bool) -> Iterator["Address"]:
        """Yield the address and what a copy may show in its place: the same without what stays chosen on the site."""
        yield self
        dropped = {*KEPT} - (_DAY if keeps_day else set())
        yield replace(self, query=tuple(each for each in self.query if each[0] not in dropped))


def address_in(link: str, language: str, release: int) -> Address | None:
    """Return the address on this site that a link of a page in a language leads to; None for any other link.

    The release of the copy, the slides that are suggested and what pictures alone show are left out, since the copy has
    them once.
    """
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return None
    path, query = unquote(path_of(parts.path)), dict(parse_qsl(parts.query))
    if path.startswith(_FORM):
        return None
    language = query.pop("lang", language)
    for name, usual in (("release", str(release)), ("pack", to_text(PackChoice(languages=(language,))))):
        if query.get(name) == usual:
            del query[name]
    kept = ((name, value) for name, value in query.items() if name not in of_pictures(path))
    return Address("" if path.startswith(_SHARED) else language, path, tuple(sorted(kept)))
