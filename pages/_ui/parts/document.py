"""A whole HTML document without scripts of Dash: for pages behind a sign-in, which are forms and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app
from markupsafe import Markup

from pages._ui.parts.first_paint import to_html
from pages._ui.parts.shell import draw
from pages._ui.server.style import COLOUR_MODE

if TYPE_CHECKING:
    from pages._ui.parts.page import Page
    from pages._ui.parts.reader import Reader

_DOCUMENT = Markup("""<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Bukhara Monitor</title><link rel="icon" href="/assets/icon.svg"><script>{mode}</script>
<link rel="stylesheet" href="{style}"><script src="{script}" defer></script></head>
<body>{body}</body>
</html>""")


def plain_document(reader: Reader, page: Page) -> str:
    """Return the page as a document of its own."""
    config = current_app.config
    return _DOCUMENT.format(
        language=reader.words.language,
        title=page.title,
        mode=Markup(COLOUR_MODE),  # noqa: S704 - our own words
        style=config["STYLE"],
        script=config["DESK_SCRIPT"],
        # drawn components come without ids; the skip link needs this one
        body=to_html(draw(reader, page)).replace(Markup("<main "), Markup('<main id="main" '), 1),
    )
