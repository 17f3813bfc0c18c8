"""Jinja with the reader's words: every text escaped, every message through the catalogue."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import get_flashed_messages
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bukhara.access import Action, decide
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.locators import locator_text, note_text
from bukhara.i18n.periods import period_text
from bukhara.views.marks import mark
from pages._ui.parts.actor import actor
from pages._ui.parts.csrf import csrf

if TYPE_CHECKING:
    from pages._ui.parts.reader import Reader

FOLDER = Path(__file__).parent.parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _body_name(reader: Reader, name: str) -> str:
    body = reader.snapshot.framework.body(name)
    return reader.words.text(body.translated) if body else name


def render(reader: Reader, template: str, **values: object) -> Markup:
    """Return a template filled for this reader; `_`, `plural`, `label`, `href`, `here` speak for it."""
    words = reader.words
    html = (
        _environment()
        .get_template(template)
        .render(
            _=words,
            plural=words.plural,
            text=words.text,
            number=words.number,
            day=words.date,
            partial=words.partial_date,
            stretch=words.date_range,
            place=lambda locator: locator_text(locator, words),
            note_text=note_text,
            label=lambda code: label(words, code),
            mark=mark,
            body_name=lambda name: _body_name(reader, name),
            value_text=lambda observation: value_text(observation, words),
            period_text=lambda observation: period_text(observation.period, observation.period_label, words),
            href=reader.href,
            here=reader.here,
            language=words.language,
            path=reader.path,
            actor=actor(),
            csrf=csrf,
            flashed=lambda: get_flashed_messages(with_categories=True),
            may=lambda action, country=None: decide(actor(), Action(action), country).allowed,
            **values,
        )
    )
    return Markup(html)  # noqa: S704  (made by an autoescaping template)
