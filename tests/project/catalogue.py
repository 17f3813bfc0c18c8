"""The messages of the code, and what `make words` makes of them: the catalogues and the tables of documents.

A wing has a catalogue of its own, of the messages that only it has.
"""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from bukhara.wing import wings
from tests.project import generated_tables

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "bukhara/locale"
METHODS = {".py": "python", ".html": "jinja2"}
KEYWORDS = {"_": None, "N_": None, "words": None, "plural": (1, 2)}
CALLED = re.compile(rf"\b(?:{'|'.join(KEYWORDS)})\(")
CORE = ("bukhara", "web", "office", "pages")
FOLDERS = (*CORE, "wings")


@cache
def messages(wing: str) -> Catalog:
    """Return a template catalogue of every message in code and templates of the core, or of a wing alone."""
    catalogue = Catalog(project="Bukhara Monitor", charset="utf-8")
    for folder in [f"wings/{wing}"] if wing else CORE:
        for path in sorted((ROOT / folder).rglob("*.*")):
            for line, message, _comments, context in _found(path):
                if not wing or message not in messages(""):
                    catalogue.add(message, None, [(str(path.relative_to(ROOT)), line)], context=context)
    return catalogue


def _found(path: Path) -> Iterator[tuple]:
    """Yield the messages of a file; a module that calls for none is not read word by word."""
    if method := METHODS.get(path.suffix):
        text = path.read_bytes()
        if path.suffix == ".html" or CALLED.search(text.decode()):
            yield from extract(method, BytesIO(text), keywords=KEYWORDS, options={"trimmed": "true"})


def path_of(language: str, wing: str = "") -> Path:
    """Return the file of the catalogue of the core, or of a wing."""
    return ROOT / f"wings/{wing}/{language}.po" if wing else LOCALE / language / "LC_MESSAGES/bukhara.po"


def read(language: str, wing: str = "") -> Catalog:
    """Return a catalogue; an empty one where there is no file."""
    path = path_of(language, wing)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def texts() -> Iterator[tuple[str, str]]:
    """Yield every English and Russian text with its language, each form of a plural."""
    for message in (m for wing in ("", *wings()) for m in read("ru", wing) if m.id):
        for language, text in (("en", message.id), ("ru", message.string)):
            yield from ((language, each) for each in ((text,) if isinstance(text, str) else text))


def main() -> None:
    """Write the tables of documents and update each catalogue: add new messages, remove those that the code no longer has.

    A message that moves to a wing, or from one, takes its translation along.
    """
    generated_tables.write()
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/bukhara.po")):
        language = path.parts[-3]
        before = {each.id: each for wing in ("", *wings()) for each in read(language, wing) if each.id}
        for wing in ("", *wings()):
            catalogue, template = read(language, wing), messages(wing)
            template.creation_date = catalogue.creation_date  # else each branch would change the same line
            for each in template:
                if each.id in before and each.id not in catalogue:
                    catalogue[each.id] = before[each.id]
            catalogue.update(template, no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            if language != "ru":  # what is not translated is in the workbook of `make translations` alone
                for each in [m for m in catalogue if m.id and not _has_translation(m)]:
                    catalogue.delete(each.id)
            if not len(catalogue):
                continue
            with path_of(language, wing).open("wb") as file:
                write_po(file, catalogue, width=110, no_location=True, sort_output=True, omit_header=bool(wing))
            missing = sum(not _has_translation(m) for m in catalogue if m.id)
            print(language, wing or "core", len(catalogue), "messages,", missing, "without words")


def _has_translation(message: object) -> bool:
    if message.fuzzy:  # type: ignore[attr-defined]  # a fuzzy message is never shown
        return False
    string = message.string  # type: ignore[attr-defined]
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    main()
