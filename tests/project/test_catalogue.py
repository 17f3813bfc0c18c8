"""Every message is found, and has its Russian."""

import ast
import re
from pathlib import Path

import pytest

from bukhara.wing import wings
from tests.project import catalogue

_PREPOSITIONS = {
    "en": "about|after|against|among|as|at|before|between|by|for|from|in|into|like|of|on|since|than|to|under|until|with",
    "ru": "без|в|во|до|для|за|из|к|ко|между|на|о|об|от|перед|по|под|при|про|с|со|среди|у|через",
}
_NUMBERS = "all applicable base by compared first high k last limit low m n of once pages sum threshold total value"
_DAYS = "as_of asked before cleared date day days due end month moment newest sent start year"
_CODES = "address key old order prefix range"


@pytest.mark.parametrize("wing", ["", *wings()])
def test_every_message_is_in_russian(wing: str) -> None:
    known = {m.id if isinstance(m.id, str) else m.id[0]: m for m in catalogue.read("ru", wing) if m.id}
    wanted = [m.id if isinstance(m.id, str) else m.id[0] for m in catalogue.messages(wing) if m.id]
    assert wing or len(wanted) > 100
    assert [text for text in wanted if text not in known or not catalogue._has_translation(known[text])] == []


@pytest.mark.parametrize("language", _PREPOSITIONS)
def test_after_a_preposition_is_only_a_number_a_day_or_a_code(language: str) -> None:
    """A name or a period there needs an ending in most languages: it goes after a colon, in brackets or in quotes."""
    governed = re.compile(rf"\b(?:{_PREPOSITIONS[language]})\s+\{{(\w+)\}}", re.IGNORECASE)
    fit = {*_NUMBERS.split(), *_DAYS.split(), *_CODES.split()}
    found = {text: {*governed.findall(text)} for each, text in catalogue.texts() if each == language}
    assert [text for text, places in found.items() if places - fit] == []
    assert len([text for text, places in found.items() if places]) > 100


def test_a_message_inside_another_text_is_found_too() -> None:
    """The reader of messages sees no call within an f-string: its words would be English on every page."""
    known = {text for _, text in catalogue.texts()}
    paths = (path for folder in catalogue.FOLDERS for path in (catalogue.ROOT / folder).rglob("*.py"))
    parsed = [ast.parse(text) for text in map(Path.read_text, paths) if catalogue.CALLED.search(text)]
    calls = (call for each in parsed for call in ast.walk(each) if isinstance(call, ast.Call))
    said = [call.args[0].value for call in calls if _name(call) in catalogue.KEYWORDS and _is_text(call)]
    assert len(said) > 100
    assert [text for text in said if text and text not in known] == []


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _is_text(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
