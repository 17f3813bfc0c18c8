"""The name of the institution behind a statement, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.model.statement import Statement
    from pages._ui.parts.reader import Reader


def named(reader: Reader) -> Callable[[Statement], str]:
    """Return a function from a statement to its body's name; a body that is not listed keeps its own."""
    framework, words = reader.snapshot.framework, reader.words

    def name(statement: Statement) -> str:
        body = framework.body(statement.body)
        return words.text(body.translated) if body else statement.body or statement.partner

    return name
