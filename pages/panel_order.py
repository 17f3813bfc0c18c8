"""The running order of the slides of a panel: which are shown, in which order, and for how many minutes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.pack import PackChoice, Slide, SlideKind, own_questions, to_text
from bukhara.pack.choice import MOST_MINUTES
from bukhara.pack.edit import RowGroup, SlideRow, grouped, rows_of
from bukhara.pack.order import with_hidden_annex
from web.components.fields import Field, hidden
from web.pack_choice import choice_of, suggested
from web.request import PageRequest

GROUPS = {SlideKind.COUNTRY: N_("The countries, one by one"), SlideKind.STATISTICS: N_("Statistics")}
"""Titles of groups of slides about different subjects."""
TITLE = N_("Title slide")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row is among the others: the first cannot go up, the last not down."""

    is_first: bool
    is_last: bool


def running_order(page_request: PageRequest, choice: PackChoice) -> Component:
    """Return the slides in their order, those of a kind in one group, and at the end those that are left out."""
    words, slides = page_request.words, suggested(page_request, choice)
    groups = grouped(rows_of(slides, choice))
    present = page_request.href("/panel/present", pack=to_text(choice))
    rows: list[Component] = []
    was_kept = True
    for n, group in enumerate(groups):
        if was_kept and not group.kept:
            rows.append(html.Li(words("Left out"), className="order-left"))
        was_kept = bool(group.kept)
        spot = Spot(is_first=n == 0, is_last=n == len(groups) - 1)
        title = _title(group, words)
        if len(group.rows) == 1:
            rows.append(_row(page_request, title, group.rows[0], present, spot))
        else:
            rows.append(_group(page_request, title, group, present, spot))
    whole = page_request.href("/panel", pack=to_text(replace(choice, slides=())))
    head = [
        html.H2(_total(groups, words), id="running-order"),
        html.Span(html.A(words("Begin with all slides"), href=whole), className="small"),
        html.Span(words("min"), className="small soft"),
    ]
    apply = html.Button(words("Apply the changes"), className="btn btn-outline-secondary panel-apply")
    named: Any = {"aria-labelledby": "running-order"}
    before = hidden({"own-questions": own_questions.to_code(choice.questions)})
    parts = [html.Div(head, className="order-head"), apply, *before, html.Ol(rows)]
    return html.Section(parts, className="panel-order", **named)


def _total(groups: Iterable[RowGroup], words: Words) -> str:
    """Return how many slides the talk has and how long it takes, and how many are hidden behind it."""
    kept = tuple(row.slide for group in groups for row in group.kept)
    annex = sum(slide.is_hidden for slide in with_hidden_annex(kept))
    minutes = sum(group.minutes for group in groups)
    slides = words.plural("{n} slide", "{n} slides", len(kept) - annex)
    talk = ", ".join((slides, words.plural("{n} minute", "{n} minutes", minutes)))
    hidden = words.plural("annex: {n} hidden slide", "annex: {n} hidden slides", annex)
    return f"{talk}; {hidden}" if annex else talk


def _title(group: RowGroup, words: Words) -> str:
    if group.kind is SlideKind.TITLE:
        return words(TITLE)
    return words(GROUPS[group.kind]) if len(group.rows) > 1 and group.kind in GROUPS else group.title


def _row(page_request: PageRequest, title: str, row: SlideRow, present: str, spot: Spot) -> Component:
    words, kept = page_request.words, row.is_kept
    named: Any = {"aria-label": words("Show: {title}", title=title)}
    parts: list[Component] = [
        Field(type="hidden", name="row", value=row.id),
        *([] if kept else [Field(type="hidden", name="left", value=row.id)]),
        Field(type="checkbox", name="keep", value=row.id, checked=kept, className="form-check-input", **named),
        _slide(title, f"{present}#{row.id}" if kept else ""),
    ]
    if kept:
        said: Any = {"aria-label": words("Minutes for “{title}”", title=title)}
        limits = {"min": "0", "max": str(MOST_MINUTES), "value": str(row.minutes)}
        parts.append(Field(type="number", name=f"minutes-{row.id}", className="order-minutes", **limits, **said))
        parts += _turns(page_request, "", row.id, title, spot)
        if row.slide.kind is SlideKind.QUESTIONS:
            parts.append(_questions(page_request, row.slide))
    return _line(parts, f"slide-{row.id}", row.id, is_kept=kept)


def _questions(page_request: PageRequest, slide: Slide) -> Component:
    """Return the field with the questions of the slide: strike a line, or reword it."""
    words, every = page_request.words, choice_of(page_request).questions
    own = next((each.lines for each in every if each.language == slide.language), own_questions.lines_of(slide))
    fold: Any = {"data-fold": "questions"}
    label = html.Label(
        [
            words("One question a line: strike it out or reword it. Empty: those proposed."),
            html.Textarea("\n".join(own), name="questions", rows=str(len(own) + 1), className="form-control"),
        ],
        className="small w-100",
    )
    said = html.P(words("The slide says that these are your words."), className="small soft")
    return html.Details([html.Summary(words("questions")), label, said], **fold)


def _group(page_request: PageRequest, title: str, group: RowGroup, present: str, spot: Spot) -> Component:
    """Return the slides of a kind as one row, which is opened to choose among them."""
    words, kept, total = page_request.words, len(group.kept), len(group.rows)
    first = group.rows[0].id
    named: Any = {
        "aria-checked": "false" if not kept else "true" if kept == total else "mixed",
        "aria-label": words("Show: {title}", title=title),
    }
    parts: list[Component] = [
        html.Button(className="form-check-input", name="group", value=first, role="checkbox", **named),
        _slide(title, f"{present}#{group.kept[0].id}" if kept else ""),
    ]
    if kept:
        parts.append(html.Span(group.minutes, className="order-minutes"))
        parts += _turns(page_request, "group-", first, title, spot)
    said = words("{n} of {total} slides", n=kept, total=total)
    if kept == total:
        said = words.plural("{n} slide", "{n} slides", kept)
    rows = [
        _row(
            page_request,
            row.slide.title,
            row,
            present,
            Spot(is_first=spot.is_first and n == 0, is_last=spot.is_last and n == total - 1),
        )
        for n, row in enumerate(group.rows)
    ]
    fold: Any = {"data-fold": group.kind.value}
    parts.append(html.Details([html.Summary(said), html.Ol(rows)], **fold))
    return _line(parts, f"group-{first}", "", is_kept=bool(kept))


def _line(parts: list[Component], name: str, row: str, *, is_kept: bool) -> Component:
    """Return a row; a script reads the slide that it is about."""
    named: Any = {"data-row": row}
    look = "order-row" if is_kept else "order-row out"
    return html.Li(parts, id=name, className=look, **named)


def _slide(title: str, address: str) -> Component:
    plain: Any = {"data-plain": ""}
    shown = html.A(title, href=address, target="panel-preview", **plain) if address else title
    return html.Span(shown, className="order-title")


def _turns(page_request: PageRequest, prefix: str, row: str, title: str, spot: Spot) -> list[Component]:
    """Return the buttons that move a row up and down."""
    words = page_request.words
    buttons: list[Component] = []
    for name, sign, label, is_end in (
        ("up", "↑", words("Up: {title}", title=title), spot.is_first),
        ("down", "↓", words("Down: {title}", title=title), spot.is_last),
    ):
        named: Any = {"aria-label": label, **({"aria-disabled": "true"} if is_end else {})}
        buttons.append(html.Button(sign, name=f"{prefix}{name}", value=row, className="order-turn", **named))
    return buttons
