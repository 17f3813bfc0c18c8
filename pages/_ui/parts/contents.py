"""What stands on a long page, as links to its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages._ui.parts.templates import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from pages._ui.parts.reader import Reader


def contents(reader: Reader, *links: tuple[str, str]) -> tuple[Markup, ...]:
    """Return the links (id of the part, its name) as a block; nothing where there is but one part."""
    return (render(reader, "contents.html", links=links),) if len(links) > 1 else ()
