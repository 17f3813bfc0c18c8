"""Finds lists of persons in a workbook of another make, and who is named with a telephone: such a file is not kept."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bukhara.workbook.grid import GridCell
from bukhara.workbook.heading_vocabulary import OF_PERSONS, tokens_of, vocabulary
from bukhara.workbook.reading.privacy import kinds_of

_IDENTIFYING = frozenset({"personal-name", "identity-number", "date-of-birth"})
_ENOUGH, _LONGEST_HEADING, _LONGEST_PHRASE, _MOST_NAMES = 2, 150, 5, 5
_DAY = re.compile(r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} [^\W\d_]+\.? \d{4})(?: ?г\.?(?: ?р\.?)?)?")
_NUMBER_OF_PAPER = re.compile(r"(?:№ ?)?[^\W\d_]{1,3}(?:-[^\W\d_]{1,3})? ?(?:№ ?)?\d{6,9}|\d{12}|\d{14}")
_BORN_OR_PAPER = re.compile(
    rf"(?=.*(?<!\d)(?:19\d\d|200\d|201[0-5])(?!\d))(?:{_DAY.pattern})|\(?(?:{_NUMBER_OF_PAPER.pattern})\)?"
)
_VALUES = {
    "birth": _DAY,
    "paper": re.compile(rf"{_NUMBER_OF_PAPER.pattern}|\d{{9,10}}|\d{{4}} \d{{6}}"),
    "phone": re.compile(r"\+?\d[\d ()-]{3,}\d"),
    "address": re.compile(r".*[^\W\d_].*"),
}
_LISTED = frozenset({"name", "role", "birth", "paper"})
_SURNAME = re.compile(
    r"\b[^\W\d_]{2,}(?:(?:ов|ев|ёв|ov|ev|ow|ew)(?:а|у|ой|a)?|зод[аэ]|заде|zod?a|zade)\b", re.IGNORECASE
)
_INITIALS = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.)*")
_SHORT_PHONE = re.compile(r"(?<![\d-])\d{2,3}-\d{2}-\d{2}(?![\d-])")


_Lines = dict[int, list[GridCell]]


def place_of_persons(cells: Sequence[GridCell]) -> str:
    """Return the cell where data about persons begin; an empty text if there are none.

    They are a list, known by headings such as `ФИО` or `DOB` with values that fit, or by names beside days of birth or
    numbers of papers; or a name with a telephone, as below a table.
    """
    rows: _Lines = defaultdict(list)
    columns: _Lines = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
        columns[cell.column].append(cell)
    headed = (*_headed(columns, across=False), *_headed(rows, across=True))
    found = [*_in_rows(rows), *headed, *_without_heading(columns, rows)]
    return min(found, key=lambda cell: (cell.row, cell.column)).address if found else ""


def is_about_person(text: str) -> bool:
    """Return whether a line beside a table names a person, or says whom to ask: `Исп. …, тел. …`."""
    return "author" in _kinds(text) or bool(kinds_of(text))


def _in_rows(rows: _Lines) -> Iterator[GridCell]:
    """Yield the first cells of rows that name a person with a telephone or a paper, or of several with names."""
    named: list[GridCell] = []
    for number, row in rows.items():
        text = " ".join(cell.text for cell in row)
        kinds, by_author = _IDENTIFYING.intersection(kinds_of(text)), "author" in _kinds(text)
        near = [text, *(cell.text for cell in rows.get(number + 1, ()) if by_author)]
        with_phone = any("contact-details" in kinds_of(each) or _SHORT_PHONE.search(each) for each in near)
        if len(kinds) >= _ENOUGH or (with_phone and (by_author or "personal-name" in kinds)):
            yield row[0]
        # a signature has its row to itself, or beside a rank
        named += [cell for cell in row if len(row) > _ENOUGH and _IDENTIFYING.intersection(kinds_of(cell.text))]
    if len({cell.row for cell in named}) >= _ENOUGH:
        yield named[0]


def _headed(lines: _Lines, *, across: bool) -> Iterator[GridCell]:
    """Yield headings of persons in columns, or in rows: with two values that fit, or with that of another at its side.

    A row of headings looks like a name and its values, so names in a row need another heading below.
    """
    values: dict[int, dict[str, GridCell]] = defaultdict(dict)
    entries = ((cell, line[n + 1 :]) for line in lines.values() for n, cell in enumerate(line))
    for head, kind, after in ((cell, kind, after) for cell, after in entries for kind in _kinds(cell.text)):
        fitting = [each for each in after if _fits(kind, each.text)]
        if len(fitting) >= _ENOUGH and kind in _LISTED and not (across and kind == "name"):
            yield head
        for each in fitting:
            values[each.column if across else each.row][kind] = head
    for found in values.values():
        if len(found) >= _ENOUGH and _LISTED.intersection(found):
            yield next(iter(found.values()))


def _without_heading(columns: _Lines, rows: _Lines) -> Iterator[GridCell]:
    """Yield the first name of a column of names: surnames, or names beside days of birth or numbers of papers."""
    for column in columns.values():
        texts = [cell for cell in column if any(map(str.isalpha, cell.text))]
        # the last of two is the signature beside a rank
        entries = [cell for cell in texts if len(rows[cell.row]) > _ENOUGH or rows[cell.row][-1] is not cell]
        names = [cell for cell in entries if _is_name(cell.text)]
        surnames = [cell for cell in names if _SURNAME.search(cell.text)]
        known = [cell for cell in names if any(_BORN_OR_PAPER.fullmatch(each.text) for each in rows[cell.row])]
        if len(names) >= max(_ENOUGH, len(texts) / 2) and max(len(surnames), len(known)) >= len(names) / 2:
            yield names[0]


@lru_cache(4096)
def _kinds(text: str) -> frozenset[str]:
    """Return the kinds of words of lists of persons that a heading has."""
    tokens = [each for each in tokens_of(text[:_LONGEST_HEADING]) if any(map(str.isalpha, each))]
    lengths = range(1, _LONGEST_PHRASE + 1)
    phrases = (tuple(tokens[n : n + length]) for n in range(len(tokens)) for length in lengths)
    # a role is a heading of a list only by itself: "Жертва", but not "Жертва, всего"
    return frozenset(
        kind
        for phrase in phrases
        for kind in vocabulary(OF_PERSONS).get(phrase, ())
        if kind != "role" or len(phrase) == len(tokens)
    )


@lru_cache(4096)
def _fits(kind: str, text: str) -> bool:
    """Return whether a text is a value for a heading of a kind."""
    if kind in _VALUES:
        return _VALUES[kind].fullmatch(text.strip("()")) is not None
    if kind == "name":
        return _is_name(text.title(), least=1) or "personal-name" in kinds_of(text)
    return kind == "role" and _is_name(text)


@lru_cache(4096)
def _is_name(text: str, least: int = _ENOUGH) -> bool:
    """Return whether a text has the form of a name: words with capital letters or initials, none known as another."""
    words = text.replace(",", " ").replace(".", ". ").split()
    kinds = _kinds(text)
    full = [each for each in words if each[0].isupper() and len(each.strip(".")) > 1]
    formed = all(each in full or _INITIALS.fullmatch(each) or "ending" in _kinds(each) for each in words)
    if not (formed and full and least <= len(words) <= _MOST_NAMES) or not kinds <= {"ending"}:
        return False
    return all(re.fullmatch(r"[^\W\d_]+(?:[-'’ʻʼ‘`][^\W\d_]+)*\.?", each) for each in full) and not any(
        tokens_of(each) in vocabulary() for each in full
    )
