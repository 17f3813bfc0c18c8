"""The messages of the code, and what `make words` makes of them: the catalogues and the tables of documents."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from tests.project import generated_tables

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "bukhara/locale"
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "N_": None, "words": None, "plural": (1, 2)}
FOLDERS = ("bukhara", "web", "office", "pages")


@cache
def messages() -> Catalog:
    """Return a template catalogue of every message in code and templates."""
    catalogue = Catalog(project="Bukhara Monitor", charset="utf-8")
    for folder in FOLDERS:
        found = extract_from_dir(
            str(ROOT / folder), METHODS, keywords=KEYWORDS, options_map={"**.html": {"trimmed": "true"}}
        )
        for name, line, message, _comments, context in found:
            catalogue.add(message, None, [(f"{folder}/{name}", line)], context=context)
    return catalogue


def read(language: str) -> Catalog:
    """Return the catalogue of a language."""
    path = LOCALE / language / "LC_MESSAGES/bukhara.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def main() -> None:
    """Write the tables of documents and update each catalogue: add new messages, remove those that the code no longer has."""
    generated_tables.write()
    template = messages()
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/bukhara.po")):
        language = path.parts[-3]
        catalogue = read(language)
        template.creation_date = catalogue.creation_date  # else each branch would change the same line
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, width=110, no_location=True, sort_output=True, omit_header=False)
        print(
            language,
            len(catalogue),
            "messages,",
            sum(not _has_translation(m) for m in catalogue if m.id),
            "without words",
        )


def _has_translation(message: object) -> bool:
    if message.fuzzy:  # type: ignore[attr-defined]  # a fuzzy message is never shown
        return False
    string = message.string  # type: ignore[attr-defined]
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    main()
