"""A page as its reader sees it: the text without markup, and apart from it what is quoted word for word."""

import urllib.error
import urllib.request
from html.parser import HTMLParser

VOID = {"br", "img", "input", "link", "meta", "hr", "circle", "path", "rect"}


class _Text(HTMLParser):
    """Collects text; the text of a `blockquote` or a `lang` other than the page's goes to `quoted`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language, self.stack = language, []
        self.own, self.quoted = [], []

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        there = dict(attrs)
        quoted = tag == "blockquote" or there.get("lang", self.language) != self.language
        silent = tag in ("script", "style")
        self.stack.append((tag, quoted, silent))
        words = self.quoted if any(each for _, each, _ in self.stack) else self.own
        words.extend(there[name] for name in ("title", "aria-label", "alt") if there.get(name))

    def handle_endtag(self, tag):
        if self.stack and tag not in VOID:
            self.stack.pop()

    def handle_data(self, data):
        if any(silent for _, _, silent in self.stack):
            return
        (self.quoted if any(quoted for _, quoted, _ in self.stack) else self.own).append(data)


def get(address: str) -> tuple[int, str, dict[str, str]]:
    """Return status, body and headers of an address."""
    try:
        with urllib.request.urlopen(address, timeout=120) as answer:
            return answer.status, answer.read().decode("utf-8"), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8"), error.headers


def text(html: str, language: str) -> tuple[str, str]:
    """Return the product's own words on a page, and the words it quotes."""
    parser = _Text(language)
    parser.feed(html)
    return " ".join(" ".join(parser.own).split()), " ".join(" ".join(parser.quoted).split())
