"""A drawn page as a document of a copy: its links lead to files, and what needs a server is taken out."""

from collections.abc import Collection
from dataclasses import dataclass
from posixpath import dirname, relpath
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml import html as lxml_html
from markupsafe import Markup

from bukhara.i18n.stems import folded, forms_in
from bukhara.i18n.words import words_of
from wings.site_copy.addresses import Address, address_in

STYLES, SCRIPT, ICON = "assets/copy.css", "assets/copy.js", "assets/icon.svg"
SEARCH = "/search"
_SEARCHED = {SEARCH, "/evidence"}
_NEEDS_A_SERVER = (
    "a[@class='who' or @data-kept]",
    "a[@class='chip'][@data-choose][not(@aria-current)]",
    "button[@data-copy or @data-full]",
    "dialog",
    "noscript",
)
_OF_SCRIPTS = tuple(f"data-{each}" for each in ("again", "faded", "failed", "loading", "pictures", "states"))
_DOCUMENT = Markup("""<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="{icon}"><script src="{script}"></script><link rel="stylesheet" href="{styles}">{index}</head>
<body>{body}</body>
</html>
""")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as the site draws it: its title and the markup of all that is shown."""

    address: Address
    title: str
    markup: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A document of a copy, and for the search the words of a page as it opens."""

    address: Address
    text: str
    title: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a page leads, and path, name and value of what each of its filters shows."""

    addresses: frozenset[Address]
    chosen: frozenset[tuple[str, str, str]]


NOTHING_FOUND = Found(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds: its addresses, its release, and what each filter shows on the page as it opens."""

    addresses: Collection[Address]
    release: int
    chosen: Collection[tuple[str, str, str]]


def found_in(drawn: Drawn, release: int) -> Found:
    """Return every address on this site to which a page leads: links, pictures, slides inside it, filters."""
    root, page = lxml_html.fromstring(drawn.markup), drawn.address
    links = {each.get("href") or each.get("src") or "" for each in root.iter("a", "img", "iframe")}
    links |= {_option(page, each) for each in root.xpath(".//form[@class='filters row g-2']//option[not(@selected)]")}
    addresses = (address_in(link, page.language, release) for link in links)
    options = root.iterfind(".//option[@selected]") if page.is_default else ()
    chosen = ((page.path, each.getparent().get("name"), each.get("value")) for each in options)
    return Found(frozenset(filter(None, addresses)), frozenset(chosen))


def _option(page: Address, option: Any) -> str:
    """Return the address that an option of a filter leads to."""
    name, value = option.getparent().get("name"), option.get("value")
    return f"{page.path}?{urlencode({**dict(page.query), name: value})}" if name and value else ""


def _drop(link: Any) -> None:
    """Take a link out of a list, with the sign that parts it from the next one or, the last, from the one before."""
    parted = link if link.getnext() is not None else link.getprevious()
    if parted is not None and (parted.tail or "").strip() == "·":
        parted.tail = " "
    link.drop_tree()


class Document:
    """Makes the document of one page."""

    def __init__(self, drawn: Drawn, contents: Contents) -> None:
        self._page, self._title, self._contents = drawn.address, drawn.title, contents
        self._words = words_of(drawn.address.language)
        self._root = lxml_html.fromstring(drawn.markup)
        self._main = self._root.find(".//main")
        self._inside = {*self._main.iter("a", "img", "iframe")}

    def made(self) -> Copied:
        """Return the document with its links to files."""
        for each in self._root.xpath(" | ".join(f".//{path}" for path in _NEEDS_A_SERVER)):
            each.drop_tree()
        for each in list(self._root.iter("form")):
            self._form(each)
        for each in list(self._root.iter("a", "img", "iframe")):
            self._link(each)
        for name in _OF_SCRIPTS:
            self._main.attrib.pop(name, None)
        self._say_what_it_is()
        if self._page.path == SEARCH:
            self._main.append(self._place_of_results())
        body = lxml_html.tostring(self._root, encoding="unicode")
        index = Markup()
        if self._page.path == SEARCH:
            script = Markup('<script src="{}" defer></script>')
            index = script.format(self._to(f"assets/search-{self._page.language}.js"))
        text = _DOCUMENT.format(
            language=self._page.language,
            title=self._title,
            icon=self._to(ICON),
            styles=self._to(STYLES),
            index=index,
            script=self._to(SCRIPT),
            body=Markup(body),  # noqa: S704  (the page as it was drawn)
        )
        return Copied(self._page, text, self._heading(), self._searched() if self._page.is_default else frozenset())

    def _to(self, file: str) -> str:
        return relpath(file, dirname(self._page.file))

    def _file(self, address: Address | None, *, keeps_day: bool) -> str:
        """Return the way to the file of an address, or to what is shown in its place; empty where there is none."""
        if address is None:
            return ""
        found = next((each for each in address.instead(keeps_day=keeps_day) if each in self._contents.addresses), None)
        return self._to(found.file) if found else ""

    def _link(self, each: Any) -> None:
        """Let a link lead to its file; one that the copy does not have is text, and says so."""
        name = "href" if each.tag == "a" else "src"
        link = each.get(name) or ""
        if not link.startswith("/"):
            return
        parts = urlsplit(link)
        is_inside = each in self._inside
        to = self._language(parts.path) or self._search(parts.path, dict(parse_qsl(parts.query)))
        to = to or self._file(address_in(link, self._page.language, self._contents.release), keeps_day=is_inside)
        if to:
            each.set(name, to + (f"#{parts.fragment}" if parts.fragment else ""))
        elif each.get("data-plain") is not None or not is_inside:
            _drop(each)
        else:
            del each.attrib[name]
            words = self._words
            each.set("title", words("Not in this copy."))

    def _language(self, path: str) -> str:
        """Return the way to this page in the language of the link that changes it."""
        if not path.startswith("/language/"):
            return ""
        return self._file(Address(path.rpartition("/")[2], self._page.path, self._page.query), keeps_day=False)

    def _search(self, path: str, query: dict[str, str]) -> str:
        """Return the way to the search of the copy, if a link searches for words and nothing else."""
        if path not in _SEARCHED or query.keys() - {"lang"} != {"q"}:
            return ""
        return f"{self._to(Address(self._page.language, SEARCH).file)}?{urlencode({'q': query['q']})}"

    def _form(self, form: Any) -> None:
        if form.get("data-search") is not None:
            form.set("action", self._to(Address(self._page.language, SEARCH).file))
            for each in form.xpath(".//input[@type='hidden']"):
                each.drop_tree()
        elif "filters" in (form.get("class") or "").split():
            self._filter(form)
        else:
            # of the slides of a panel the suggested ones are shown; choosing others needs a server
            for shown in form.xpath(".//section[@class='panel-show']"):
                form.addprevious(shown)
            form.drop_tree()

    def _filter(self, form: Any) -> None:
        """Let each option of a filter lead to its page; one that the copy does not have cannot be chosen."""
        form.set("autocomplete", "off")
        form.attrib.pop("action", None)
        is_whole = True
        for option in form.xpath(".//option[@value!=''][not(@selected)]"):
            name, value = option.getparent().get("name"), option.get("value")
            query = {**dict(self._page.query), name: value}
            if (self._page.path, name, value) in self._contents.chosen:
                del query[name]
            address = Address(self._page.language, self._page.path, tuple(sorted(query.items())))
            if address in self._contents.addresses:
                option.set("data-to", self._to(address.file))
            else:
                option.set("disabled", "")
                is_whole = False
        if not is_whole:
            words = self._words
            said = words("Grey choices are not in this copy.")
            form.append(lxml_html.fragment_fromstring(said, create_parent="p"))

    def _say_what_it_is(self) -> None:
        words, release = self._words, self._contents.release
        said = words(
            "These files are a copy of release {release}: each page, and what is one choice away.", release=release
        )
        foot = self._root.find(".//footer/div")
        foot.append(lxml_html.fragment_fromstring(said, create_parent="p"))

    def _place_of_results(self) -> Any:
        words = self._words
        place = Markup('<div><ul id="found" data-none="{}" data-found="{}"></ul><p>{}</p><noscript>{}</noscript></div>')
        place = place.format(
            words("Nothing was found. Try fewer words, or another form of the word."),
            words("Pages:"),
            words("This copy finds pages. The site also finds single statements, and corrects a word."),
            words("The search of this copy needs scripts."),
        )
        return lxml_html.fromstring(place)

    def _heading(self) -> str:
        heading = self._main.find(".//h1")
        return " ".join(heading.text_content().split()) if heading is not None else self._title

    def _searched(self) -> frozenset[str]:
        return frozenset(forms_in(folded(" ".join(self._main.itertext()))))
