"""The page of a ministry's own tables: choices, reasons, what would be taken."""

from collections.abc import Sequence

from jinja2.runtime import Context as TemplateContext
from markupsafe import Markup

from bukhara.i18n import changes, periods
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.draft import Draft
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.period import Period
from bukhara.workbook.findings import MESSAGES
from office.names import state_bodies
from web.forms import whole_number
from web.request import PageRequest
from web.template_functions import page_request_in, words_in
from web.templating import context_function, render, template_function
from wings.ministry_tables.forms import TableForm, TablesForm, filled
from wings.ministry_tables.heading_reading import BODY
from wings.ministry_tables.heading_words import MeasureChoice
from wings.ministry_tables.mapping import LEFT_OUT, NUMBER, ZERO, MappedCell
from wings.ministry_tables.own_tables import BREAKDOWN_CODES, OwnTable, OwnTables
from wings.ministry_tables.printed_numbers import marked_number

HEADINGS, LINES = 40, 60
"""How many headings of a file can be changed at once, and how many lines of a table are drawn."""
Choices = tuple[tuple[str, str], ...]
PLAIN = {
    "nothing": N_("nothing more (a title, a unit)"),
    "leave": N_("leave out, not a figure for us"),
    "total": N_("a total"),
    "above": N_("a part of the row above, or of the column before"),
    "period": N_("a period"),
    "territory": N_("a part of the country"),
    "preliminary": N_("a preliminary figure"),
}
REASONS = {
    "heading-open": N_("A heading of this cell has no meaning yet. Please choose one."),
    "two-meanings": N_("The headings of this cell say two different things. Please change one of them."),
    "no-measure": N_("No heading gives what is counted. Please choose it for a heading or for the whole table."),
    "no-country": N_("No heading gives the country. Please choose it for a heading or for the whole table."),
    "other-country": N_(
        "The heading names another state. Please leave it out: an account sends figures of its own state."
    ),
    "states-listed": N_(
        "Several states are listed: they may be countries of origin or destination. Please leave the others out first."
    ),
    "case-of-persons": N_("Cases have neither sex nor age. Please choose what is counted, or leave these cells out."),
    "no-period": N_("The period is not clear, or ends after this year. Please give its first and last day."),
    "text-open": N_("There is a text instead of a number. Please choose what it means."),
    "other-unit": N_("The number is of other things than its headings count. Please change them, or leave it out."),
    "same-figure": N_("Another cell would give the same figure. Please say how they differ, or leave one out."),
}
GAP_STATES = (State.NOT_AVAILABLE, State.NOT_APPLICABLE, State.SUPPRESSED)


def tables_section(
    page_request: PageRequest, draft: Draft, found: OwnTables, first: OwnTables, form: TablesForm
) -> Markup:
    """Return the tables of a draft's file with the answers about each; `first` are they before anything was chosen.

    Tables that are drawn have their headings that can be changed; others keep their answers.
    """
    words, framework = page_request.words, page_request.service.framework()
    form.at.data = form.open.data or form.at.data
    drawn = opened(found.tables, form.at.data)
    unchanged = frozenset(n for n, each in enumerate(first.tables) if each.choices == found.tables[n].choices)
    plain = tuple((code, words(text)) for code, text in PLAIN.items())
    parts = tuple((code, _part_text(code, words)) for code in BREAKDOWN_CODES)
    countries = tuple((each.code, words.text(each.short)) for each in framework.countries)
    states = tuple((f"country:{code}", name) for code, name in countries)
    measures = tuple((each.code, _measure_text(each, words)) for each in found.measures)
    groups = [
        (words("Kind of heading"), plain),
        (words("What is counted"), tuple((f"measure:{code}", name) for code, name in measures)),
        (words("Who is counted"), parts),
        (words("Country"), states),
    ]
    return render(
        page_request,
        "ministry_tables/tables.html",
        draft=draft,
        found=found,
        form=form,
        answers=tuple(
            TableForm(prefix=f"t{n}") if n in unchanged - drawn.keys() else filled(each.choices, prefix=f"t{n}")
            for n, each in enumerate(found.tables)
        ),
        unchanged=unchanged,
        open=drawn,
        at_once=HEADINGS,
        most=LINES,
        bodies=state_bodies(framework, found.own_country),
        groups=groups,
        reasons=REASONS,
        told=tuple(words(MESSAGES[code]) for code in found.told),
        also=(*(each for each in plain if each[0] not in ("nothing", "leave")), *parts, *states),
        gaps=(
            (ZERO, words("zero: there were none")),
            *((state.value, label(words, state)) for state in GAP_STATES),
            (LEFT_OUT, words("leave out")),
        ),
        measures=measures,
        countries=() if found.own_country else countries,
    )


def opened(tables: Sequence[OwnTable], asked: str) -> dict[int, range]:
    """Return the tables to draw, each with the headings that can be changed: `HEADINGS` in all.

    The first is the one that is `asked` for, "table:heading", or else the first that has a question; those after it
    are drawn while there is room for all their headings.
    """
    if not tables:
        return {}
    headings = [list(each.choices.meanings.values()) for each in tables]
    questions = ((n, codes.index(()) // HEADINGS * HEADINGS) for n, codes in enumerate(headings) if () in codes)
    first, at = next(questions, (0, 0))
    table, _, heading = asked.partition(":")
    if (given := whole_number(table)) is not None and given < len(tables):
        first, at = given, whole_number(heading) or 0
    found = {first: range(min(at, len(headings[first])), min(at + HEADINGS, len(headings[first])))}
    for n in range(first + 1, len(tables)):
        if sum(map(len, found.values())) + len(headings[n]) <= HEADINGS:
            found[n] = range(len(headings[n]))
    return found


def _measure_text(choice: MeasureChoice, words: Words) -> str:
    name = words.text(choice.measure.name)
    stage = choice.code.partition("/")[2]
    # the stage first: a narrow list cuts the end
    return f"{changes.field_text('stage', stage, words)}: {name}" if stage else name


def _part_text(code: str, words: Words) -> str:
    column, _, value = code.partition(":")
    return f"{changes.column_text(column, words)}: {changes.field_text(column, value, words)}"


@template_function
def table_lines(each: OwnTable) -> list[tuple[tuple[str, ...], list[MappedCell | None]]]:
    """Return rows of a table, those with a question first, up to `LINES`: the headings of each, and its cells."""
    at = {(cell.cell.row, cell.cell.column): cell for cell in each.cells}
    lines = [(row.parts, [at.get((row.number, line.number)) for line in each.table.columns]) for row in each.table.rows]
    return sorted(lines, key=lambda line: not any(cell and cell.use == "asked" for cell in line[1]))[:LINES]


@context_function
def gap_choices(context: TemplateContext, text: str, choices: Choices) -> Choices:
    """Return what a text in place of a number can mean; of `12*` or a hidden `(4)` also its number."""
    number, words = marked_number(text), words_in(context)
    return choices if number is None else ((NUMBER, words("the number {n}", n=words.number(number))), *choices)


@context_function
def meanings_text(context: TemplateContext, codes: tuple[str, ...]) -> str:
    """Return meanings of a heading in words, separated by commas."""
    words, framework = words_in(context), page_request_in(context).service.framework()
    return ", ".join(_meaning_text(code, words, framework) for code in codes)


def _meaning_text(code: str, words: Words, framework: Framework) -> str:
    column, _, value = code.partition(":")
    if column == "measure":
        measure, _, stage = value.partition("/")
        return changes.field_text("stage", stage, words) if stage else words.text(framework.indicator(measure).name)
    if column == BODY:
        return words("an institution")
    if column == "country":
        return words.text(framework.country(value).short)
    return words(PLAIN[code]) if code in PLAIN else _part_text(code, words)


@context_function
def figure_text(context: TemplateContext, cell: MappedCell) -> str:
    """Return measure, country, breakdown and period of the figure in a cell."""
    words, framework = words_in(context), page_request_in(context).service.framework()
    measure, _, stage = cell.measure.partition("/")
    parts = [words.text(framework.indicator(measure).name)]
    parts += [changes.field_text("stage", stage, words)] if stage else []
    parts.append(words.text(framework.country(cell.country).short))
    parts += [changes.field_text(column, code, words) for column, code in cell.breakdown]
    parts += [cell.territory] if cell.territory else []
    parts += [words("total as published")] if cell.total else []
    return ", ".join([*parts, periods.period_text(Period(cell.start, cell.end), "", words)])


@context_function
def figure_value(context: TemplateContext, cell: MappedCell) -> str:
    """Return the number of a figure, or the reason for which it has none."""
    indicator = cell.measure.partition("/")[0]
    row = Observation(
        country=cell.country, indicator=indicator, value=cell.value, state=cell.state, qualifier=cell.qualifier
    )
    return value_text(row, words_in(context))
