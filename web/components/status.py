"""The status of a cell: a mark with its word, the flag of what is contested, and the key of marks."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.act_words import acts_text
from bukhara.charts.cell_words import cell_dates, cell_text, sign_texts
from bukhara.i18n import meanings
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.words import Words
from bukhara.model.marks import MARKS
from bukhara.situation import replies
from bukhara.situation.on_file import is_official, marking
from bukhara.situation.situation import Situation
from web.components.lists import joined
from web.components.svg import act_sign, flag_sign, mark, reply_sign
from web.request import PageRequest


def status(kind: str, word: Any) -> Component:
    """Return a mark with its word beside it."""
    return html.Span([mark(kind), " ", html.Span(word, className="w")], className=f"status s-{kind}")


def marked(kind: str, word: Any, *small: Any, href: str = "", **more: Any) -> Component:
    """Return a mark beside its word, with what is smaller below it; with `href` all of it is a link."""
    below: list[Any] = [" ", html.Span([*small], className="n")] if any(small) else []
    parts = [mark(kind), html.Span([html.Span(word, className="w"), *below])]
    look = f"c s-{kind}"
    return html.A(parts, href=href, className=look, **more) if href else html.Div(parts, className=look, **more)


def dated_status(page_request: PageRequest, cell: Situation) -> list[Any]:
    """Return a status in words with its dates."""
    words = page_request.words
    return joined([html.B(cell_text(cell, words), className="w"), *filter(None, [cell_dates(cell, words)])], " · ")


def signs(cell: Situation, words: Words) -> list[Component]:
    """Return the signs of a cell: that it is contested, what its state replied, and that acts are on file."""
    contested, replied = sign_texts(cell, words)
    found = [_sign(flag_sign(), contested, "flag")] if contested else []
    found += [_sign(reply_sign(cell.reply), replied)] if cell.reply and replied else []
    if cell.acts:
        found.append(_sign(act_sign(is_official=any(map(is_official, cell.acts))), acts_text(cell.acts, words)))
    return found


def _sign(drawing: Component, said: str, look: str = "flag settled") -> Component:
    """Return a small drawing that says what it shows when it is pointed at or read out."""
    named: Any = {"aria-label": said}
    return html.Span(drawing, className=look, role="img", title=said, **named)


def contested_sign() -> Component:
    """Return the flag alone, beside words that say what is contested."""
    return html.Span(flag_sign(), className="flag")


def key(page_request: PageRequest, kinds: Iterable[str], *more: Component, is_narrow: bool = False) -> Component:
    """Return what marks, flag and signs of replies mean; `is_narrow` adds the short words of narrow cells."""
    words = page_request.words
    said = short_and_long if is_narrow else label
    marks = [
        html.Span([mark(kind), " ", said(words, kind)], className=f"s-{kind}", title=words(MARKS[kind].meaning))
        for kind in kinds
    ]
    meaning, address = words(meanings.TERMS["contested"]), page_request.href("/contested")
    contested = html.Span([flag_sign(), " ", html.A(words("contested"), href=address, title=meaning)], className="flag")
    signs = [
        html.Span([reply_sign(each), " ", label(words, each)], className="flag settled")
        for each in replies.signed_positions(page_request.snapshot)
    ]
    return html.P([*marks, contested, *signs, *_acts(page_request), *more], className="key")


def _acts(page_request: PageRequest) -> list[Component]:
    """Return what the signs of acts on file mean, and that a cell without one says nothing; nothing without acts."""
    words = page_request.words
    if not page_request.snapshot.once(marking):
        return []
    said = words("an act is also on file, its text at an official publication"), words("as others report it")
    signed = [html.Span([act_sign(is_official=n == 0), " ", text]) for n, text in enumerate(said)]
    return [*signed, html.Span([" ", words("The absence of these two marks says nothing about a state.")])]


def short_and_long(words: Words, kind: str) -> str:
    """Return the short word of a mark with its whole word, unless that has it in it."""
    short, long = short_label(words, kind), label(words, kind)
    return long if short in long else words("{short}: {long}", short=short, long=long)
