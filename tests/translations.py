"""The texts of a language as a workbook for who reads, corrects and signs them, and back into the files.

`python -m tests.translations write kk FILE.xlsx [SENTENCES.md]` makes the workbook; with the list of `make sentences` it
says where readers see each sentence. `read kk FILE.xlsx` takes over corrections, and who has read or signed which text.
A correction with a finding is refused.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from openpyxl import load_workbook
from xlsxwriter import Workbook

from bukhara.i18n.readers import READ, SIGNED, WHOLE, Reading, fingerprint
from bukhara.i18n.words import as_texts
from bukhara.model.languages import LANGUAGES
from bukhara.wing import wings
from tests.serving import ROOT

FRAMEWORK = "indicators.yaml"
HEADINGS = (
    *("Файл", "Форма", "Английский", "Русский", "Перевод", "Где видно", "Термины", "Состояние", "Замечания программы"),
    *("Исправление", "Прочитано (должность)", "Подписано (ведомство)", "День"),
)
WIDTHS = (12, 8, 50, 50, 50, 30, 30, 20, 20, 50, 24, 24, 12)
OWN, CORRECTION, BY_ROLE, BY_INSTITUTION, DAY = 4, 9, 10, 11, 12
PLACEHOLDER = re.compile(r"\{\w+\}")
LINE = re.compile(r"^- (?P<text>.+?)  \[(?P<place>.+?)(?: \+\d+)?\]$")
MOST_PLACES = 3
_CODES = re.compile(r"\{\w*\}|https?:\S+|[\w./-]*[_/@.-][\w./-]*|\b[A-Z]\w*|[a-z]+=\S*")
_THOUSANDS, _NAMES = re.compile(r"(?<=\d)[,\s](?=\d{3}(?!\d))"), re.compile("«[^»]*»")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u052f]"), re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One form of a message, or a text of the framework: `form` is empty, or the number of a plural form."""

    file: str
    form: str
    english: str
    russian: str
    own: str


def findings(language: str, english: str, own: str, russian: str = "") -> list[str]:
    """Return what is wrong with a translation, as far as a program can see it; nothing of an empty one."""
    row, found = LANGUAGES[language], []
    if not own:
        return []
    if sorted(PLACEHOLDER.findall(own)) != sorted(PLACEHOLDER.findall(english)):
        found.append(f"places lost: it needs {' '.join(PLACEHOLDER.findall(english)) or 'none'} and no other")
    said, meant = (_THOUSANDS.sub("", PLACEHOLDER.sub("", text)) for text in (own, english))
    if sorted(re.findall(r"\d+", said)) != sorted(re.findall(r"\d+", meant)):
        found.append("digits changed")
    plain = _CODES.sub("", own)
    cyrillic, latin = len(_CYRILLIC.findall(plain)), len(_LATIN.findall(plain))
    if said == meant and re.search("[a-z]{4}", _CODES.sub("", meant)):
        found.append("left in English")
    elif (latin > 3 * cyrillic) if row.is_cyrillic else cyrillic:
        found.append("wrong script")
    letters = (_CYRILLIC if row.is_cyrillic else re.compile("[\u00c0-\u024f]")).findall(_NAMES.sub("", own).casefold())
    if others := sorted({*letters} - {*row.letters}):
        found.append(f"letters of another alphabet: {' '.join(others)}")
    if len(own) > 1.6 * max(len(english), len(russian)) + 20:
        found.append("longer than its place")
    return found


def files(language: str) -> tuple[str, ...]:
    """Return where the texts of a language are, below the root of the project."""
    core = (f"bukhara/locale/{language}/LC_MESSAGES/{name}.po" for name in ("bukhara", "record"))
    return (*core, *(f"wings/{name}/{language}.po" for name in wings()))


def sentences(language: str, root: Path = ROOT) -> tuple[Sentence, ...]:
    """Return every text of a language; of one without texts in the framework, those are in its record.po."""
    listed = []
    for file, known in zip(files(language), files("ru"), strict=True):
        own = {as_texts(each)[0]: as_texts(each)[1:] for each in _catalogue(root / file, language) if each.id}
        for message in (each for each in _catalogue(root / known, "ru") if each.id):
            english, *russian = as_texts(message)
            is_plural = isinstance(message.id, tuple)
            count = int(LANGUAGES[language].plural[len("nplurals=")]) if is_plural else 1
            for number, text in enumerate(own.get(english, ("",) * count), 1):
                form = str(number) if is_plural else ""
                listed.append(Sentence(file, form, english, russian[min(number, len(russian)) - 1], text))
    pairs = dict.fromkeys(_pairs(yaml.load((root / FRAMEWORK).read_text(encoding="utf-8"), yaml.CSafeLoader)))
    if language == "ru":
        return (*listed, *(Sentence(FRAMEWORK, "", english, russian, russian) for english, russian in pairs))
    own = {each.id: each.string for each in _catalogue(root / files(language)[1], language) if each.id}
    known = {each.english for each in listed if each.file == files(language)[1]}
    more = ((english, russian) for english, russian in pairs if english not in known)
    return (*listed, *(Sentence(files(language)[1], "", e, r, str(own.get(e, ""))) for e, r in more))


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


def glossary(language: str, root: Path = ROOT) -> dict[str, str]:
    """Return the agreed term for each English one."""
    path = root / f"bukhara/locale/{language}/glossary.csv"
    return {row["english"]: row["term"] for row in csv.DictReader(path.open(encoding="utf-8"))} if path.exists() else {}


def write(language: str, path: Path, listed: Sequence[str] = (), root: Path = ROOT) -> int:
    """Write the workbook; return the number of its rows."""
    rows, terms, known = sentences(language, root), glossary(language, root), readers(language, root)
    where = places(listed, tuple({row.russian for row in rows}))
    whole = _whole(rows)
    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet, below = book.add_worksheet(language), book.add_format({"text_wrap": True, "valign": "top"})
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_row(0, 0, HEADINGS, book.add_format({"bold": True, "font_color": "white", "bg_color": "#1F4E79"}))
        for number, row in enumerate(rows, 1):
            used = (f"{word}: {term}" for word, term in terms.items() if re.search(rf"\b{word}", row.english, re.I))
            read = known.get(fingerprint(row.english, whole[row.file, row.english]))
            state = f"{read.state}: {read.by}, {read.day}" if read else "draft"
            seen, wrong = where[row.russian], findings(language, row.english, row.own, row.russian)
            given = (row.file, row.form, row.english, row.russian, row.own, "; ".join(seen), "; ".join(used), state)
            sheet.write_row(number, 0, (*given, "; ".join(wrong)), below)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(rows), len(HEADINGS) - 1)
    return len(rows)


def _whole(rows: Sequence[Sentence]) -> dict[tuple[str, str], str]:
    """Return each translation with all its forms, as it is read and signed."""
    forms: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        forms.setdefault((row.file, row.english), []).append(row.own)
    return {key: "\n".join(texts) for key, texts in forms.items()}


def read(language: str, path: Path, root: Path = ROOT) -> tuple[int, list[str]]:
    """Take over corrections and who has read; return the number of corrections and what was refused, with the row."""
    sheet = load_workbook(BytesIO(path.read_bytes()), read_only=True).worksheets[0]
    taken, refused, marks = 0, [], {}
    catalogues = {file: _catalogue(root / file, language) for file in files(language)}
    framework = (root / FRAMEWORK).read_text(encoding="utf-8")
    ids = {as_texts(each)[0]: each.id for file in files("ru") for each in _catalogue(root / file, "ru") if each.id}
    before = {(each.file, each.form, each.english): each.own for each in sentences(language, root)}
    for number, cells in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        row = [str(cell or "").strip() for cell in (*cells, *[None] * len(HEADINGS))]
        file, form, english, russian, own = row[: OWN + 1]
        correction, wrong = row[CORRECTION], findings(language, english, row[CORRECTION], russian)
        if before.get((file, form, english), "").strip() != own:
            refused += [f"row {number}: the sentence is not in {file} as it is in this workbook"] * bool(correction)
        elif wrong:
            refused.append(f"row {number}: {'; '.join(wrong)}")
        else:
            if correction and file == FRAMEWORK:
                framework = reworded(framework, english, own, correction)
            elif correction:
                _correct(catalogues[file], form, ids.get(english, english), correction)
            taken += bool(correction)
            by = row[BY_INSTITUTION] or row[BY_ROLE]
            if by and row[DAY] and (correction or own):
                marks[file, english] = Reading(SIGNED if row[BY_INSTITUTION] else READ, by, row[DAY][:10])
    for file, catalogue in catalogues.items():
        if len(catalogue):
            out = BytesIO()
            write_po(out, catalogue, width=110, no_location=True, sort_output=True, omit_header="locale" not in file)
            (root / file).write_bytes(out.getvalue())
    (root / FRAMEWORK).write_text(framework, encoding="utf-8")
    _sign(language, root, marks)
    return taken, refused


def readers(language: str, root: Path) -> dict[str, Reading]:
    """Return who has read which text, by its fingerprint."""
    path = root / f"bukhara/locale/{language}/readers.csv"
    lines = csv.reader(path.read_text(encoding="utf-8").splitlines()) if path.exists() else ()
    return {key: Reading(*said) for key, *said in lines}


def _sign(language: str, root: Path, marks: Mapping[tuple[str, str], Reading]) -> None:
    """Note who has read or signed which text; once each is signed, so is the language, by who signed last."""
    known, whole = readers(language, root), _whole(sentences(language, root))
    known |= {fingerprint(key[1], whole[key]): reading for key, reading in marks.items()}
    signed = {key for key, reading in known.items() if reading.state == SIGNED}
    if marks and all(fingerprint(english, text) in signed for (_, english), text in whole.items()):
        known[WHOLE] = [*marks.values()][-1]
    if marks:
        with (root / f"bukhara/locale/{language}/readers.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows((k, r.state, r.by, r.day) for k, r in sorted(known.items()))


def reworded(framework: str, english: str, russian: str, text: str) -> str:
    """Return the text of indicators.yaml with another Russian for an English text, wherever the two stand together."""
    # begins with what is rare: the text is searched once for each of its sentences
    together = rf'(: (?:(?<=\ben: )|(?<=\bname: ))"?{re.escape(english)}"?(?:(?!\bru: ).)*?ru: )"{re.escape(russian)}"'
    return re.sub(together, lambda found: found[1] + json.dumps(text, ensure_ascii=False), framework, flags=re.DOTALL)


def _correct(catalogue: Catalog, form: str, id_: str | tuple[str, str], text: str) -> None:
    message = catalogue.get(id_) or catalogue.add(id_)
    if form:
        forms = list(message.string or ("",) * catalogue.num_plurals)
        forms[int(form) - 1] = text
        message.string = tuple(forms)
    else:
        message.string = text


def _catalogue(path: Path, language: str) -> Catalog:
    if not path.exists():
        made = Catalog(locale=language)
        made.mime_headers = [("Plural-Forms", LANGUAGES[language].plural)]
        return made
    with path.open("rb") as file:
        return read_po(file, locale=language)


def main(action: str, language: str, path: Path, *listed: Path) -> None:
    """Write the workbook, or take over what it says."""
    if action == "write":
        lines = [line for each in listed for line in each.read_text(encoding="utf-8").splitlines()]
        print(f"{path}: {write(language, path, lines)} sentences")
        return
    taken, refused = read(language, path)
    print(*refused, f"{taken} corrections taken over, {len(refused)} refused", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(Path, sys.argv[3:]))
