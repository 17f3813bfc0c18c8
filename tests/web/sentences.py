"""The sentences of a page: the visible text of each block, apart from what is quoted."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"br", "img", "input", "link", "meta", "hr", "wbr"}
INLINE = {"a", "abbr", "b", "strong", "em", "i", "span", "small", "time", "tspan", "sup", "sub"}
SILENT = {"script", "style", "q", "blockquote", "cite", "head", "textarea", "code", "pre", "nav"}
END = re.compile(r"(?<=[.!?…])\s+|;\s+|\s+·\s*")
WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")
# item and measure ids, codes with an underscore, ISO codes of the states
CODE = re.compile(r"\b(?:BD|AC|RC|CTX)-[\w.-]+|\b[a-z]+(?:_[a-z]+)+\b|\b(?:KAZ|KGZ|TJK|TKM|UZB|REG)\b")
LATIN = re.compile(r"[A-Za-z][\w'’&.:/?=-]*[A-Za-z0-9]")
ADDRESS_NAME = re.compile(r"(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\S*")
DISCOURTEOUS = {
    "en": re.compile(
        r"\b(not reported|silent|silence|conflict\w*|disputed|claim\w*|gaps?|not started|well behind|revers(?:ing|ed)|overdue"
        r"|withdrawn|inferred commitment|rank\w*(?!\.kz)\b|scores?|league|ahead of|lagging|worst|best performer)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(не сообщил\w*|не отчитал\w*|молч\w*|конфликт\w*|оспарива\w*|утвержда[ею]т|пробел\w*|не начат\w*"
        r"|сильно отста\w*|отста[её]т|просроч\w*|отозван\w*|рейтинг\w*|баллы?|лидер\w*|опережа\w*|хуже|лучше)\b",
        re.IGNORECASE,
    ),
}


def names(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


# what may be Latin in Russian: names of the product, of formats, programmes and lists
NAMES = names(
    "Bukhara Monitor English API PDF CSV ZIP XLSX PNG SVG JSON HTML Excel PowerPoint Word WCAG AA Winrock International Different "
    "Equal GLOTIP UNTOC IC-TIP HTCDS SMICA CALENTIP VI VIII CASC TDH IRIN USAID STOP "
    # columns of the table of articles; what replaces the name of a person; Dash, until a page is there
    "article text items name Loading"
)


class Block(NamedTuple):
    """A text with its language; a text of the record carries a `lang` of its own."""

    text: str
    language: str
    of_the_record: bool


class _Blocks(HTMLParser):
    """Collects blocks; an inline element with a class or a language of its own begins and ends one."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.open = [("", language, False, False, True)]
        self.blocks: list[tuple[str, str, bool]] = []
        self.begin()

    def begin(self):
        _, language, record, _, _ = self.open[-1]
        self.blocks.append(("", language, record))

    def handle_starttag(self, tag, attrs):
        there, (_, language, record, silent, _) = dict(attrs), self.open[-1]
        own = there.get("lang") if tag not in ("html", "main") else None
        joined = tag in INLINE and not there.get("class") and not own
        if tag not in VOID:
            self.open.append((tag, own or language, record or bool(own), silent or tag in SILENT, joined))
        if not joined:
            self.begin()

    def handle_endtag(self, tag):
        if any(tag == each[0] for each in self.open):
            while (ended := self.open.pop())[0] != tag:
                pass
            if not ended[4]:
                self.begin()

    def handle_data(self, data):
        if not self.open[-1][3]:
            text, language, record = self.blocks[-1]
            self.blocks[-1] = (text + data, language, record)


def blocks(html: str, language: str) -> list[Block]:
    """Return the visible text of each block of a page."""
    parser = _Blocks(language)
    parser.feed(html)
    return [Block(shown, *more) for text, *more in parser.blocks if (shown := " ".join(text.split()))]


def latin_words(text: str, known: frozenset[str] = frozenset()) -> set[str]:
    """Return the words in Latin letters that are neither addresses nor among `NAMES` and `known`."""
    return set(LATIN.findall(ADDRESS_NAME.sub("", text))) - NAMES - known


def long_sentences(text: str, most: int = 25) -> list[str]:
    """Return the sentences of a block with more than `most` words."""
    return [sentence for sentence in END.split(text) if len(WORD.findall(sentence)) > most]
