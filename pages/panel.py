"""Panel: the slides suggested for a panel, which of them to show in which order, and the files of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.i18n.words import Words
from bukhara.model.languages import LANGUAGES
from bukhara.model.messages import N_
from bukhara.pack import PackChoice, Slide, SlideKind, own_questions, to_text
from bukhara.pack.choice import MOST_MINUTES
from bukhara.pack.order import with_hidden_annex
from web.addresses import address_of
from web.components.fields import Field, check_box, hidden
from web.components.tools import copy_button
from web.pack_choice import (
    FILES,
    PATH,
    choice_of,
    conferences,
    measures,
    proposed_questions,
    suggested,
    suggested_measures,
)
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(__name__, path=PATH, name=N_("Panel"), order=50, kept=True)

Options = Iterable[tuple[str, str]]
"""Value and name of each option."""


def layout(**query: str) -> Page:
    """Show the slides of the choice in the address, and the form that changes it."""
    page_request = page_request_of(PATH, query)
    words, choice, snapshot = page_request.words, choice_of(page_request), page_request.snapshot
    left = html.Div([_show(page_request, choice), _choices(page_request, choice)], className="panel-left")
    before = hidden({"lang": words.language, "draft": str(snapshot.draft or "")})
    named: Any = {"data-builder": ""}
    form = html.Form(
        [*before, *hidden({"for-before": choice.country}, keeps_empty=True), left, running_order(page_request, choice)],
        className="panel-builder",
        action=address_of("/panel/choose"),
        method="get",
        **named,
    )
    return Page(title=words("Slides for a panel"), sections=(form,), needs_dash=True)


def _show(page_request: PageRequest, choice: PackChoice) -> Component:
    """Return the preview of the slides, and what can be done with them."""
    words, code = page_request.words, to_text(choice)
    title, present = words("Preview of the slides"), page_request.href("/panel/present", pack=code)
    plain: Any = {"data-plain": ""}
    named_files = [(page_request.href(f"/panel/pack.{kind}", pack=code), words(name)) for kind, name in FILES.items()]
    files = [html.Li(html.A(name, href=file, className="dropdown-item", **plain)) for file, name in named_files]
    download = html.Summary(words("Download"), className="btn btn-outline-secondary")
    actions: list[Component] = [
        html.A(words("Present"), href=present, target="_blank", className="btn btn-primary", **plain),
        html.Details([download, html.Ul(files, className="dropdown-menu show")], className="menu"),
        copy_button(
            page_request, words("Copy link"), page_request.href("/panel", pack=code), "btn btn-outline-secondary"
        ),
    ]
    if not page_request.snapshot.draft:
        kept = page_request.href("/sign-in", next=page_request.href("/packs", pack=code))
        actions.append(html.A(words("Keep as presented (organisers)"), href=kept, className="small", **plain))
    preview = html.Iframe(src=present, name="panel-preview", title=title, className="panel-preview")
    named: Any = {"aria-label": title}
    parts = [
        preview,
        html.Div(actions, className="d-flex flex-wrap align-items-center gap-2 my-3"),
    ]
    return html.Section(parts, className="panel-show", **named)


def _choices(page_request: PageRequest, choice: PackChoice) -> Component:
    """Return for whom, about what and in which languages the slides are."""
    words, snapshot = page_request.words, page_request.snapshot
    framework = snapshot.framework
    languages = [(code, LANGUAGES[code].own_name) for code in page_request.service.languages if code in LANGUAGES]
    states = [(each.code, words.text(each.short)) for each in framework.countries]
    readers = [(code, words("the minister: {country}", country=name)) for code, name in states]
    newest = max(framework.readings, key=lambda reading: reading.date).id
    parts = [
        _select(words("For"), "for", [("", words("the panel, about all countries")), *readers], choice.country),
        _select(words("Conference or round"), "conference", conferences(snapshot, words), choice.conference or newest),
        _boxes(words("Languages"), "language", languages, choice.languages),
    ]
    if not choice.country:
        parts.append(_boxes(words("Countries"), "country", states, choice.countries))
    themes = [(item.id, words.text(item.name)) for item in framework.items]
    shown = choice.measures or suggested_measures(snapshot)
    figures = [(measure, words.text(framework.indicator(measure).name)) for measure in measures(snapshot)]
    parts += [
        html.Label(
            [
                html.B(words("Occasion, place, day and organiser, a line each")),
                html.Textarea("\n".join(choice.occasion), name="occasion", rows="2", className="form-control"),
            ],
            className="panel-choice",
        ),
        _folded(f"{words('Themes')}: {len(choice.themes) or words('all')}", "theme", themes, choice.themes),
        _folded(f"{words('Statistics')}: {len(shown)}", "measure", figures, shown),
    ]
    named: Any = {"aria-label": words("Choices")}
    return html.Section(parts, className="panel-choices d-grid gap-2", **named)


def _select(label: str, name: str, options: Options, chosen: str) -> Component:
    shown = []
    for value, text in options:
        selected: Any = {"selected": True} if value == chosen else {}
        shown.append(html.Option(text, value=value, **selected))
    select = html.Select(shown, className="form-select", name=name)
    return html.Label([html.B(label), " ", select], className="panel-choice")


def _boxes(title: str, name: str, options: Options, chosen: tuple[str, ...]) -> Component:
    boxes = html.Div(_checked(name, options, chosen), className="d-flex flex-wrap column-gap-3")
    return html.Fieldset([html.Legend(title), boxes], className="panel-choice")


def _folded(title: str, name: str, options: Options, chosen: tuple[str, ...]) -> Component:
    named: Any = {"data-fold": f"{name}s"}
    return html.Details([html.Summary(title), html.Fieldset(_checked(name, options, chosen))], **named)


def _checked(name: str, options: Options, chosen: tuple[str, ...]) -> list[Component]:
    """Return a box for each option; where none is chosen, all are."""
    return [check_box(name, value, text, is_checked=not chosen or value in chosen) for value, text in options]


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
    """Return a box for each question that the record proposes, and the field with the organisers' own."""
    words, choice = page_request.words, choice_of(page_request)
    proposed = proposed_questions(page_request, choice).get(slide.language, ())
    asked = next((each.lines for each in choice.questions if each.language == slide.language), ())
    own = [line for line in asked if line not in proposed]
    boxes = [check_box("ask", str(n), line, is_checked=line in asked) for n, line in enumerate(proposed)]
    fold: Any = {"data-fold": "questions"}
    label = html.Label(
        [
            words("Your own questions, one a line"),
            html.Textarea("\n".join(own), name="questions", rows=str(len(own) + 1), className="form-control"),
        ],
        className="small w-100",
    )
    text = words("The slide has what you tick or write, as your words. Otherwise only the chair's sheet has questions.")
    said = html.P(text, className="small soft")
    return html.Details([html.Summary(words("questions")), *boxes, label, said], **fold)
