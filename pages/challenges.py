"""Challenges and needs: the panel that the Third conference asked for in its sixth conclusion."""

from __future__ import annotations

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.views import challenges
from pages._ui.parts.contents import contents
from pages._ui.parts.page import Filter, Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render


def content(reader: Reader) -> Page:
    """Show theme by state what was named as difficult or asked for, and by whom."""
    words = reader.words
    kinds = {kind.value: label(words, kind) for kind in challenges.KINDS}
    speakers = {"state": words("state bodies"), "other": words("other organisations")}
    kind = reader.one_of("kind", tuple(kinds))
    speaker = reader.one_of("speaker", tuple(speakers))
    view = reader.view(challenges.build, kind=kind, speaker=speaker)
    return Page(
        title=words("Challenges and needs"),
        lead=words(
            "What a state body or an organisation named as difficult, and the support asked for. "
            "Naming a challenge is an answer."
        ),
        filters=(
            Filter("kind", words("Kind"), (("all", words("all")), *kinds.items()), kind or "all"),
            Filter("speaker", words("Named by"), (("all", words("all")), *speakers.items()), speaker or "all"),
        ),
        blocks=(
            *contents(reader, *((row.item.id, words.text(row.item.name)) for row in view.rows)),
            render(reader, "challenges.html", view=view),
        ),
    )


register_page(__name__, path="/challenges", name="Challenges", content=content)
layout = layout_of("/challenges")
