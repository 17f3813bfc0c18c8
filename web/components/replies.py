"""The words of a state about a status, word for word, with what became of an objection."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name
from bukhara.model.messages import N_
from bukhara.model.round import Reply
from bukhara.progress.seen_content import replied_figure
from bukhara.situation.replies import RepliesToItem, objections, replies_to_item
from web.components.evidence import evidence_address
from web.request import PageRequest


def replies_about(page_request: PageRequest, country: str, item: str) -> list[Component]:
    """Return the published replies of a state about an item; nothing without a reply."""
    return replies_shown(page_request, replies_to_item(page_request.snapshot.replies, country, item))


def replies_shown(page_request: PageRequest, found: RepliesToItem) -> list[Component]:
    """Return replies, the earlier ones folded; nothing without a reply."""
    if not found.newest:
        return []
    cards: list[Component] = [reply_card(page_request, reply) for reply in found.newest]
    if found.earlier:
        name = page_request.words.plural("{n} earlier reply", "{n} earlier replies", len(found.earlier))
        earlier = (reply_card(page_request, reply) for reply in found.earlier)
        cards.append(html.Details([html.Summary(name), *earlier]))
    return [html.Div(cards, className="replies")]


def reply_card(page_request: PageRequest, reply: Reply) -> Component:
    """Return one reply with its translation by the state, its letter and its day."""
    words, framework = page_request.words, page_request.snapshot.framework
    parts: list[Any] = [html.P(words(reply.kind.message), className="w")]
    if reply.indicator:
        about = words("About:"), " ", words.text(framework.indicator(reply.indicator).name)
        parts.append(html.P([*about], className="small soft"))
    if reply.words:
        parts.append(html.Blockquote(reply.words, lang=reply.lang))
    if reply.translation:
        parts.append(html.P(words("Translation by the state:"), className="small soft"))
        parts += (html.Blockquote(text, lang=language) for language, text in reply.translation.by_language)
    letter = words("letter {number}", number=reply.document_number) if reply.document_number else ""
    by = body_name(reply.body, words, framework), letter, words.date(reply.given_on)
    parts += [html.P(" · ".join(filter(None, by)), className="n"), *_answered(page_request, reply)]
    return html.Div(parts, className=f"reply-text kind-{reply.kind}")


def subject_of_reply(page_request: PageRequest, country: str, item: str) -> tuple[str, str]:
    """Return the name of the theme or figure that a reply is about, and the address of its evidence."""
    words, snapshot = page_request.words, page_request.snapshot
    figure = replied_figure(snapshot, item)
    if figure is None:
        return words.text(snapshot.framework.item(item).name), page_request.href(f"/evidence/{country}/{item}")
    measure = words.text(snapshot.framework.indicator(figure.indicator).name)
    period = period_text(figure.period, figure.period_label, words)
    return f"{measure}: {value_text(figure, words)}, {period}", evidence_address(page_request, figure)


def _answered(page_request: PageRequest, reply: Reply) -> list[Component]:
    """Return that the status was changed since, or the answer to an objection; nothing of a reply that still holds."""
    words, snapshot = page_request.words, page_request.snapshot
    found = next((each for each in snapshot.once(objections) if each.reply.reply_id == reply.reply_id), None)
    if found.changed if found else reply.reply_id in snapshot.outdated:
        changed = N_("The status or its text was changed since.")
        if replied_figure(snapshot, reply.item):
            changed = N_("The figure was changed since.")
        return [html.P(words(changed), className="small decision")]
    if found is None:
        return []
    days = (snapshot.calendar_day - reply.given_on).days
    said: Any = words.plural("No decision yet, open for {n} day.", "No decision yet, open for {n} days.", days)
    if found.kept:
        day = words.date(found.kept.decided_on)
        said = [words("Kept as it is, decision of {day}:", day=day), " ", html.Q(found.kept.reason)]
    return [html.P(said, className="small decision")]
