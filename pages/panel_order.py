"""The running order of the slides of a panel: which are shown, in which order, and for how many minutes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.i18n.words import Words
from bukhara.pack import PackChoice, Slide, SlideKind, own_questions, to_text
from bukhara.pack.choice import MOST_MINUTES
from bukhara.pack.order import with_hidden_annex
from web.components.fields import Field, hidden
from web.pack_choice import choice_of, suggested
from web.request import PageRequest


def running_order(page_request: PageRequest, choice: PackChoice) -> Component:
    """Return the slides in their order with a number each, and at the end those that are left out."""
    words, slides = page_request.words, suggested(page_request, choice)
    kept = choice.applied(slides)
    shown = {slide.id for slide in kept}
    left = [_row(page_request, slide, []) for slide in slides if slide.id not in shown]
    present = page_request.href("/panel/present", pack=to_text(choice))
    rows: list[Component] = [_kept(page_request, slide, n, present) for n, slide in enumerate(kept, start=1)]
    if left:
        rows += [html.Li(words("Left out"), className="order-left"), *left]
    whole = page_request.href("/panel", pack=to_text(replace(choice, slides=())))
    head = [
        html.H2(_total(kept, words), id="running-order"),
        html.Span(html.A(words("Begin with all slides"), href=whole), className="small"),
        html.Span(words("No."), className="small soft"),
        html.Span(words("min"), className="small soft"),
    ]
    apply = html.Button(words("Apply the changes"), className="btn btn-outline-secondary panel-apply")
    named: Any = {"aria-labelledby": "running-order"}
    before = hidden({"own-questions": own_questions.to_code(choice.questions)})
    parts = [html.Div(head, className="order-head"), apply, *before, html.Ol(rows)]
    return html.Section(parts, className="panel-order", **named)


def _total(kept: Sequence[Slide], words: Words) -> str:
    """Return how many slides the talk has and how long it takes, and how many are hidden behind it."""
    annex = sum(slide.is_hidden for slide in with_hidden_annex(tuple(kept)))
    minutes = sum(slide.minutes for slide in kept)
    slides = words.plural("{n} slide", "{n} slides", len(kept) - annex)
    talk = ", ".join((slides, words.plural("{n} minute", "{n} minutes", minutes)))
    hidden = words.plural("annex: {n} hidden slide", "annex: {n} hidden slides", annex)
    return f"{talk}; {hidden}" if annex else talk


def _kept(page_request: PageRequest, slide: Slide, place: int, present: str) -> Component:
    """Return the row of a slide that is shown: its place and minutes are typed, its title shows it in the preview."""
    words = page_request.words
    parts = [
        _number(f"place-{slide.id}", place, words("Number of “{title}” in the order", title=slide.title), 1),
        _number(f"minutes-{slide.id}", slide.minutes, words("Minutes for “{title}”", title=slide.title), 0),
    ]
    if slide.kind is SlideKind.QUESTIONS:
        parts.append(_questions(page_request, slide))
    return _row(page_request, slide, parts, f"{present}#{slide.id}")


def _row(page_request: PageRequest, slide: Slide, parts: list[Component], address: str = "") -> Component:
    """Return the row of a slide; a script reads which slide it is about."""
    named: Any = {"aria-label": page_request.words("Show: {title}", title=slide.title)}
    plain: Any = {"data-plain": ""}
    link = html.A(slide.title, href=address, target="panel-preview", **plain) if address else slide.title
    start: list[Component] = [
        Field(type="hidden", name="row", value=slide.id),
        Field(
            type="checkbox", name="keep", value=slide.id, checked=bool(address), className="form-check-input", **named
        ),
        html.Span(link, className="order-title"),
    ]
    about: Any = {"data-row": slide.id}
    look = "order-row" if address else "order-row out"
    return html.Li([*start, *parts], id=f"slide-{slide.id}", className=look, **about)


def _number(name: str, value: int, label: str, least: int) -> Component:
    named: Any = {"aria-label": label}
    most = str(max(MOST_MINUTES, value))
    return Field(
        type="number", name=name, value=str(value), min=str(least), max=most, className="order-number", **named
    )


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
