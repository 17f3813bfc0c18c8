"""Every message is found, and has its Russian."""

import ast

import pytest

from bukhara.wing import wings
from tests.project import catalogue


@pytest.mark.parametrize("wing", ["", *wings()])
def test_every_message_is_in_russian(wing: str) -> None:
    known = {m.id if isinstance(m.id, str) else m.id[0]: m for m in catalogue.read("ru", wing) if m.id}
    wanted = [m.id if isinstance(m.id, str) else m.id[0] for m in catalogue.messages(wing) if m.id]
    assert len(wanted) > (0 if wing else 100)
    assert [text for text in wanted if text not in known or not catalogue._has_translation(known[text])] == []


def test_a_message_inside_another_text_is_found_too() -> None:
    """The reader of messages sees no call within an f-string: its words would be English on every page."""
    known = {
        each
        for wing in ("", *wings())
        for m in catalogue.messages(wing)
        for each in (m.id if isinstance(m.id, tuple) else (m.id,))
    }
    texts = (
        path.read_text("utf-8") for folder in catalogue.FOLDERS for path in (catalogue.ROOT / folder).rglob("*.py")
    )
    parsed = [ast.parse(text) for text in texts if catalogue.CALLED.search(text)]
    calls = (call for each in parsed for call in ast.walk(each) if isinstance(call, ast.Call))
    said = [call.args[0].value for call in calls if _name(call) in catalogue.KEYWORDS and _is_text(call)]
    assert len(said) > 100
    assert [text for text in said if text and text not in known] == []


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _is_text(call: ast.Call) -> bool:
    return bool(call.args) and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
