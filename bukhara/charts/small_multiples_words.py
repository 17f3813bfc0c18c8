"""The words around a row of small multiples: title, subtitle, what differs between states, table, source, notes."""

from collections.abc import Iterable

from bukhara.charts import spans
from bukhara.charts.chart import Cell, Href, Table
from bukhara.charts.figure_table import figure_cells, figure_columns
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.keys import length
from bukhara.comparability.rate import monthly
from bukhara.comparability.series import breaks, segments
from bukhara.i18n.codes import label
from bukhara.i18n.differences import length_text
from bukhara.i18n.figures import DISAGREE_SIGN, PARTS_DISAGREE, value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier, State
from bukhara.model.groups import group_by
from bukhara.model.observation import PER_MONTH, Observation
from bukhara.model.period import PeriodType
from bukhara.views.statistics import explore
from bukhara.views.statistics.few_cases import few_cases
from bukhara.views.statistics.statistics import REGISTERED_MEASURES, Statistics
from bukhara.views.statistics.who_reports import year_spans

BODIES = 2
"""So many reporting bodies are named under a title; with more the table names them."""


def title(row: explore.FigureRow, words: Words) -> str:
    """Return the title of a row: its measure and part."""
    head, framework = row.head, row.view.framework
    name = words.text(framework.indicator(head.indicator).name)
    parts = breakdown(head, words, framework).split(" · ")
    if head.is_international:
        # of a total the name of the measure says all
        parts = parts[1:]
    elif row.is_drawn and head.stage:
        # the names of these measures are made of a class or unit and of stages, of which each row has its own
        is_class = head.indicator in REGISTERED_MEASURES and head.offence_class
        what = label(words, head.offence_class) if is_class else counted(head.counting_unit, words)
        name, parts = what[:1].upper() + what[1:], [part for part in parts if part != what]
    return " · ".join([name, *(part for part in parts if part)]) if row.is_drawn else name


def subtitle(row: explore.FigureRow, words: Words, *, without_plot: tuple[explore.StateFigures, ...] = ()) -> str:
    """Return the unit, the reporting bodies, and what is known of the states `without_plot`.

    The bodies are left out of UNODC's measures, which name it in their title, and where they are too many.
    """
    said = [words("Unit: {units}.", units=counted(row.head.counting_unit, words))]
    bodies = tuple(dict.fromkeys(body_name(f.reporter, words, row.view.framework) for f in row.figures if f.reporter))
    if not row.view.is_international and 0 < len(bodies) <= BODIES:
        said.append(words("As reported by: {bodies}.", bodies="; ".join(bodies)))
    known = group_by(without_plot, lambda cell: ", ".join(empty(row, cell, words)))
    others = (f"{', '.join(words.text(cell.country.short) for cell in cells)}: {why}" for why, cells in known.items())
    return " ".join([*said, *([f"{'; '.join(others)}."] if known else [])])


def heads(row: explore.FigureRow, words: Words, *, is_short: bool) -> tuple[tuple[str, ...], ...]:
    """Return the lines above the plot of each state: name, newest figure, unless short the highest if another, a note.

    The note says that figures are monthly, or the length of the periods where lengths differ.
    """
    noted = tuple(_cell_note(cell.axis_group, words) if cell.axis_group else "" for cell in row.cells)
    is_noted = row.is_rated or len(set(filter(None, noted))) > 1
    said = ((words.text(c.country.short), *_ends(row, c, words, is_short=is_short)) for c in row.cells)
    return tuple((*own, note) if is_noted and note else own for own, note in zip(said, noted, strict=True))


def ends(figures: Iterable[Observation]) -> tuple[Observation | None, Observation | None]:
    """Return the newest figure with a number or range, and the highest number if that is above the newest."""
    dated = sorted((f for f in figures if spans.height(f) is not None), key=spans.middle)
    if not dated:
        return None, None
    above = [f for f in dated if f.value is not None and f.value > (spans.height(dated[-1]) or 0)]
    return dated[-1], max(above, key=lambda figure: figure.value or 0, default=None)


def short_number(figure: Observation, words: Words) -> str:
    """Return the number of a figure without its unit: the name of a plot says whether it is a monthly rate."""
    value = round(figure.value, 1) if figure.value and figure.unit == PER_MONTH else figure.value
    return words.number(value) if value is not None else value_text(figure, words)


def _ends(row: explore.FigureRow, cell: explore.StateFigures, words: Words, *, is_short: bool) -> Iterable[str]:
    newest, highest = ends(cell.axis_group.drawn if cell.axis_group else ())
    if newest:
        yield f"<b>{_dated(row, newest, words)}</b>"
    if highest and not is_short:
        yield words("highest: {figure}", figure=_dated(row, highest, words))


def _dated(row: explore.FigureRow, figure: Observation, words: Words) -> str:
    sign = DISAGREE_SIGN if figure.observation_id in row.view.disagree else ""
    return f"{short_number(figure, words)}{sign} ({period_text(figure.period, figure.period_label, words)})"


def _cell_note(group: AxisGroup, words: Words) -> str:
    if group.per_month:
        return words("monthly average")
    return length_text(code, words) if (code := length(group.head)) else words("open period")


def empty(row: explore.FigureRow, cell: explore.StateFigures, words: Words) -> tuple[str, ...]:
    """Return the lines of a plot without an axis: a state of value in words, or how many figures the table has."""
    if row.view.is_international:
        return (words("no published figure"),)
    printed = [figure for figure in cell.beside if figure.state is State.VALUE]
    if printed:
        return words("undated or in another unit"), words.plural(
            "{n} figure in the table", "{n} figures in the table", len(printed)
        )
    states = dict.fromkeys(figure.state for figure in cell.beside)
    if len(states) > 1:
        # what a report did not cover says nothing beside an answer
        states.pop(State.NOT_ASKED, None)
    if states:
        return tuple(label(words, state) for state in states)
    return (words("in another chart") if cell.has_figures else label(words, State.NOT_ASKED),)


def table(row: explore.FigureRow, words: Words, href: Href, revised: frozenset[str]) -> Table:
    """Return one row for each figure, with its state first; a figure with a remark has it last."""
    rows = []
    rate_column = (words("Monthly average (count divided by months)"),) if row.view.monthly else ()
    for cell in row.cells:
        name = Cell(words.text(cell.country.short))
        rated = cell.axis_group.observations if cell.axis_group and cell.axis_group.per_month else ()
        for figure in cell.figures:
            cells = figure_cells(row.view.framework, figure, words, href)
            is_revised = figure.observation_id in revised
            remarks = [words("revised since the edition before")] if is_revised else []
            remarks += [words(PARTS_DISAGREE)] if figure.observation_id in row.view.disagree else []
            rates = [_rate(figure, words, is_rate=figure in rated) for _ in rate_column]
            rows.append((name, *cells, *rates, Cell("; ".join(remarks))))
        if not cell.figures:
            gap = Cell(empty(row, cell, words)[0], state=State.NOT_ASKED)
            rows.append((name, gap, *(Cell("") for _ in (*figure_columns(words), *rate_column))))
    return Table((words("State"), *figure_columns(words), *rate_column, words("Remark")), tuple(rows))


def _rate(figure: Observation, words: Words, *, is_rate: bool) -> Cell:
    if not is_rate:
        return Cell(words("not converted"))
    shown = monthly(figure)
    # In an export, a number without its qualifier ("at least") would be wrong.
    exact = figure.qualifier is Qualifier.EXACT and shown.value is not None
    return Cell(value_text(shown, words), shown.value if exact else None)


def source(row: explore.FigureRow, words: Words) -> str:
    """Return the titles of the sources of a row."""
    ids = {figure.source_id for figure in row.figures}
    cited = [source for source in row.view.sources if source.source_id in ids]
    return words("Source: {titles}", titles=titles(cited or row.view.sources, words))


def notes(row: explore.FigureRow, words: Words) -> tuple[str, ...]:
    """Return the notes that explain the marks of a row."""
    drawn = [cell.axis_group.observations for cell in row.cells if cell.axis_group]
    compared = len(drawn) > 1
    found = [words("Countries count in different ways. Do not compare heights between countries.")] if compared else []
    found += [_rate_note(words)] if row.is_rated else []
    found += disagree_notes(row.figures, row.view, words)
    has_gaps = row.view.is_international and any(len(segments(figures, row.view.sources)) > 1 for figures in drawn)
    found += no_figure_notes(words, has_gaps=has_gaps, is_masked=any(f.is_masked for f in row.figures))
    if any(breaks(figures, row.view.sources) for figures in drawn):
        found.append(words("A dotted line marks where the reporting body, the class or the source changes."))
    return (*found, *_too_few(row, words))


def _rate_note(words: Words) -> str:
    """Return how counts were converted to monthly counts, and which were not."""
    return words(
        "Monthly average: the count divided by the whole months of its closed period. Open or unfinished periods, "
        "ranges and percentages are not converted."
    )


def disagree_notes(figures: Iterable[Observation], view: Statistics, words: Words) -> list[str]:
    """Return the note on figures whose parts do not agree in the source: their states with the periods."""
    wrong = [figure for figure in figures if figure.observation_id in view.disagree]
    if not wrong:
        return []
    found = [
        f"{words.text(view.framework.place(code).short)} {', '.join(_periods(rows, words))}"
        for code, rows in group_by(wrong, lambda figure: figure.country).items()
    ]
    return [
        words(
            "×: the parts of this figure do not agree in the source ({figures}). No sum or share uses it.",
            figures="; ".join(found),
        )
    ]


def _periods(figures: Iterable[Observation], words: Words) -> Iterable[str]:
    """Return the periods of figures, consecutive years as one: "2012", "2014–2016"."""
    periods = dict.fromkeys((figure.period, figure.period_label) for figure in figures)
    years = {period.start.year for period, _ in periods if period.type is PeriodType.YEAR and period.start}
    yield from (f"{first}–{last}" if last > first else str(first) for first, last in year_spans(sorted(years)))
    yield from (period_text(*each, words) for each in periods if each[0].type is not PeriodType.YEAR)


def no_figure_notes(words: Words, *, has_gaps: bool, is_masked: bool) -> list[str]:
    """Return the notes on empty years and masked cells of a data set."""
    found = [words("“<5” was masked by the publisher: 0 to 4. No sum or share uses it.")] if is_masked else []
    if has_gaps and is_masked:
        found.append(words("A year without a mark or a “<5” has no published figure; it is not a zero."))
    elif has_gaps:
        found.append(words("A year without a mark has no published figure; it is not a zero."))
    return found


def beside_note(row: explore.FigureRow, words: Words) -> str:
    """Return how many figures of each state are in the table alone; empty if nothing is drawn or none is left out."""
    counts = [f"{words.text(cell.country.short)} {words.number(len(cell.beside))}" for cell in row.cells if cell.beside]
    if not counts or not any(cell.axis_group for cell in row.cells):
        return ""
    return words("In the table only, without a place on the axis: {counts}.", counts="; ".join(counts))


def _too_few(row: explore.FigureRow, words: Words) -> list[str]:
    """Return the sentences about neighbouring figures of the report or of a state with too few cases for a change."""
    found = []
    for cell in row.cells:
        axis_groups = (cell.axis_group,) if cell.axis_group and not row.view.is_international else ()
        for few in few_cases(axis_groups, row.view.framework.method):
            pairs = (tuple(period_text(f.period, f.period_label, words) for f in pair) for pair in few.pairs)
            periods = "; ".join(words("{first} and {second}", first=one, second=two) for one, two in pairs)
            state = words.text(cell.country.short)
            found.append(words("{state}, {periods}: too few cases to read a change.", state=state, periods=periods))
    return found
