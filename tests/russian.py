"""The Russian of program and framework as a workbook for a native reader, and their corrections back into the files.

`python -m tests.russian write FILE.xlsx [SENTENCES.md]` makes the workbook; with the list of `make sentences` it says where
readers see each sentence. `python -m tests.russian read FILE.xlsx` takes the column of corrections over. A correction that
has other {placeholders} than the sentence is refused.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from openpyxl import load_workbook
from xlsxwriter import Workbook

from bukhara.wing import wings
from tests.serving import ROOT

FRAMEWORK = "indicators.yaml"
CORE = tuple(f"bukhara/locale/ru/LC_MESSAGES/{name}.po" for name in ("bukhara", "record"))
CATALOGUES = (*CORE, *(f"wings/{name}/ru.po" for name in wings()))
FILES = (*CATALOGUES, FRAMEWORK)
"""Where Russian texts are, below the root of the project."""
HEADINGS = ("Файл", "Форма", "Английский", "Русский", "Где видно", "Исправление", "Замечание")
WIDTHS = (12, 8, 60, 60, 40, 60, 30)
PLACEHOLDER = re.compile(r"\{\w+\}")
LINE = re.compile(r"^- (?P<text>.+?)  \[(?P<place>.+?)(?: \+\d+)?\]$")
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """One form of a message, or a text of the framework: `form` is empty, or the number of a plural form."""

    file: str
    form: str
    english: str
    russian: str


def sentences(root: Path = ROOT) -> tuple[Sentence, ...]:
    """Return every Russian sentence of the catalogues and of the framework."""
    listed = (each for file in CATALOGUES for message in _messages(root / file) for each in _forms(file, message))
    pairs = dict.fromkeys(_pairs(yaml.load((root / FRAMEWORK).read_text(encoding="utf-8"), yaml.CSafeLoader)))
    return (*listed, *(Sentence(FRAMEWORK, "", english, russian) for english, russian in pairs))


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    """Yield the English and the Russian of every text of the framework; a body has its English as its name."""
    if isinstance(value, dict) and isinstance(value.get("ru"), str):
        yield str(value.get("en") or value["name"]), value["ru"]
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _pairs(each)


def places(lines: Sequence[str], texts: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Return where readers see each Russian text, by the list that `make sentences` writes."""
    shown = [match.groups() for line in lines if (match := LINE.match(line))]
    found = {}
    for text in texts:
        literal = max(PLACEHOLDER.split(text), key=len)
        pattern = re.compile(".+?".join(map(re.escape, PLACEHOLDER.split(text))))
        hits = (place for seen, place in shown if literal in seen and pattern.search(seen))
        found[text] = tuple(dict.fromkeys(hits))[:MOST_PLACES]
    return found


def write(path: Path, listed: Sequence[str] = (), root: Path = ROOT) -> int:
    """Write the workbook; return the number of its rows."""
    rows = sentences(root)
    where = places(listed, tuple({row.russian for row in rows}))
    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, below = book.add_worksheet("Русский"), book.add_format({"text_wrap": True, "valign": "top"})
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_row(0, 0, HEADINGS, book.add_format({"bold": True, "font_color": "white", "bg_color": "#1F4E79"}))
        for number, row in enumerate(rows, 1):
            cells = (row.file, row.form, row.english, row.russian, "; ".join(where[row.russian]), "", "")
            sheet.write_row(number, 0, cells, below)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(HEADINGS) - 1)
    return len(rows)


def read(path: Path, root: Path = ROOT) -> tuple[int, list[str]]:
    """Take over the corrections; return their number and what was refused, with the row."""
    sheet = load_workbook(BytesIO(path.read_bytes()), read_only=True).worksheets[0]
    taken, refused = 0, []
    catalogues = {file: _catalogue(root / file) for file in CATALOGUES}
    framework = (root / FRAMEWORK).read_text(encoding="utf-8")
    for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        file, form, english, russian, _, correction, *_ = (str(cell or "") for cell in cells)
        message = catalogues[file].get(english) if file in catalogues else None
        if not correction.strip():
            continue
        if file == FRAMEWORK and (worded := reworded(framework, english, russian, correction.strip())) != framework:
            framework = worded
            taken += 1
        elif message is None or russian not in _strings(message):
            refused.append(f"row {number}: the sentence is not in {file} as it stands in this workbook")
        elif sorted(PLACEHOLDER.findall(correction)) != sorted(PLACEHOLDER.findall(russian)):
            refused.append(f"row {number}: the correction needs {' '.join(PLACEHOLDER.findall(russian))} and no other")
        else:
            _correct(message, form, correction.strip())
            taken += 1
    for file, catalogue in catalogues.items():
        out = BytesIO()
        write_po(out, catalogue, width=110, no_location=True, sort_output=True, omit_header=file not in CORE)
        (root / file).write_bytes(out.getvalue())
    (root / FRAMEWORK).write_text(framework, encoding="utf-8")
    return taken, refused


def reworded(framework: str, english: str, russian: str, text: str) -> str:
    """Return the text of indicators.yaml with another Russian for an English text, wherever the two stand together."""
    # begins with what is rare: the text is searched once for each of its sentences
    together = rf'(: (?:(?<=\ben: )|(?<=\bname: ))"?{re.escape(english)}"?(?:(?!\bru: ).)*?ru: )"{re.escape(russian)}"'
    return re.sub(together, lambda found: found[1] + json.dumps(text, ensure_ascii=False), framework, flags=re.DOTALL)


def _correct(message: Message, form: str, text: str) -> None:
    if form:
        forms = list(message.string)
        forms[int(form) - 1] = text
        message.string = tuple(forms)
    else:
        message.string = text


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="ru")


def _messages(path: Path) -> Iterator[Message]:
    return (message for message in _catalogue(path) if message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def _forms(file: str, message: Message) -> Iterator[Sentence]:
    english = message.id[0] if isinstance(message.id, tuple) else message.id
    is_plural = isinstance(message.string, tuple)
    for number, text in enumerate(_strings(message), 1):
        yield Sentence(file, str(number) if is_plural else "", english, text)


def main(action: str, path: Path, *listed: Path) -> None:
    """Write the workbook, or take its corrections over."""
    if action == "write":
        lines = [line for each in listed for line in each.read_text(encoding="utf-8").splitlines()]
        print(f"{path}: {write(path, lines)} sentences")
        return
    taken, refused = read(path)
    print(*refused, f"{taken} corrections taken over, {len(refused)} refused", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
