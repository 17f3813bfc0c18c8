"""The words of headings with their meanings, from `heading_vocabulary.txt`, and a text as the tokens looked up."""

import re
from functools import cache
from itertools import product
from pathlib import Path

from bukhara.workbook.letters import composed, narrow, tidy

TOTAL, LABEL_HEAD = "total", "label_head"
OF_PERSONS, OF_GAPS = "of_person:", "of_gap:"
_FILE = Path(__file__).with_name("heading_vocabulary.txt")
_ENDINGS = re.compile(r"\(([^()]*)\)")
_APOSTROPHES = str.maketrans(dict.fromkeys("ʻ‘’`ʼ´", "'"))
_CHANGE = re.compile(r"\+\s?/\s?[-–—−]|[-–—−]\s?/\s?\+")
# the number of a row or of a form says nothing: `1. Осуждено`, `Форма № 2`, `Лист1`
_COUNTER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[а-яa-z]\)|[ivx]{1,4}\))\s+(?=[^\W\d])")
_NUMBER_OF = re.compile(
    r"\b(форма|лист|таблица|приложение|раздел|form|sheet|table|annex|section|кесте|парақ|барак|жадвал|варақи?|jadval|varaq|sahypa)\s?№?\s?(?:\d{1,3}|[ivx]+)\b"
)
# of a number in letters, and of "6-ти месяцев"; the fifth month is not five months
_ENDING = re.compile(r"(?<=\b[ivx])-(?:е|й|ое|ой|го|ом|ая|я)\b|(?<=\d)-\s?(?:ти|и|х)\b")
_ORDINAL = re.compile(
    r"(?<=\d)(?:-\s?(?:е|ое|ый|й|го|ой|м|ом|я|ая|ші|шы|чи|чы|чу|чү|нчи|нчы|уми?|юми?|nji|njy|inji|ynjy|chi|nchi|inchi|инчи)"
    r"|st|nd|rd|th)\b"
)
_SHORT_DAYS = re.compile(r"\b(\d{1,2}\.\d{1,2})\.?(?=\s?[-–—]\s?\d{1,2}\.\d{1,2}\.(\d{4})\b)")
_MONTH = re.compile(r"(?<![\d./–—-])(0[1-9]|1[0-2])[./](20\d\d)\b")
_TOKEN = re.compile(
    r"\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d\d\.\d\d\.\d\d(?![\d.])|[^\W\d_]+(?:'[^\W\d_]+)*|\d+°?|[-–—−]|[^\w\s.:()«»\"“”„']"
)
_DASHES = frozenset("-–—−")


def tokens_of(text: str) -> tuple[str, ...]:
    """Return words, numbers, days and signs of a text, in small letters; brackets, quotes and full stops are left out.

    A dash, a comma and every other sign is a token of its own; `5-й` is `5°`.
    """
    plain = composed(narrow(tidy(text))).translate(_APOSTROPHES).casefold().replace("ё", "е").strip()
    plain = _CHANGE.sub(" ± ", _COUNTER.sub("", plain))
    plain = _ORDINAL.sub("° ", _ENDING.sub(" ", _NUMBER_OF.sub(r"\1", plain)))
    plain = _MONTH.sub(r"\1 ¤ \2", _SHORT_DAYS.sub(r"\1.\2", plain))
    return tuple("-" if each in _DASHES else each for each in _TOKEN.findall(plain))


@cache
def vocabulary(of: str = "") -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the meanings of each phrase, a phrase as its tokens; or of the words of lists of persons, or of gaps."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# ") or of != next(filter(line.startswith, (OF_PERSONS, OF_GAPS)), ""):
            continue
        meanings, _, phrases = line.removeprefix(of).partition(": ")
        for phrase in phrases.split(" | "):
            for tokens in (tuple(form.split()) for form in _forms(phrase)):
                found[tokens] = tuple(dict.fromkeys((*found.get(tokens, ()), *meanings.split())))
    return found


@cache
def longest_phrase() -> int:
    """Return the number of tokens of the longest phrase."""
    return max(map(len, vocabulary()))


def _forms(phrase: str) -> list[str]:
    """Return the phrases that are meant by one with endings in brackets: `осужден(о|ы)` is two."""
    parts = _ENDINGS.split(phrase)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]
