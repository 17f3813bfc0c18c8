"""The first slides: title, how to read the marks, where the states are on each theme, and what changed."""

from bukhara.charts.change_words import change_sentence, compared_text, missing_text
from bukhara.charts.count_words import in_place_dates_text
from bukhara.charts.day_words import dated_release, ends_judged, state_name, title_of_all
from bukhara.charts.status_dates import dated_years
from bukhara.i18n.basis import confirmation_sentence, disclaimer
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.words import Words
from bukhara.model.codes import Position, ReadingKind, State
from bukhara.model.marks import ENDED, LAST_REPORTED, MARKS, REPLY_SIGNS
from bukhara.model.statement import Statement
from bukhara.pack import fit, layout
from bukhara.pack.lists import ListLine, ListSlide, list_slides
from bukhara.pack.material import Material
from bukhara.pack.slides import (
    MatrixCell,
    MatrixRow,
    Notes,
    Points,
    Slide,
    SlideKind,
    SlideMatrix,
    SlidePoint,
    divided_subject,
)
from bukhara.progress.counts import count
from bukhara.progress.status import ItemStatus
from bukhara.views import basis, overview
from bukhara.views.marks import mark
from bukhara.views.narrative import CountryChanges, common_previous
from bukhara.views.replies import replied_cells


def title(material: Material) -> Slide:
    """Return the title slide: what the pack is about, its day, its release and the disclaimer."""
    words, framework = material.words, material.snapshot.framework
    say: tuple[str, ...]
    lines = [words.text(framework.title)]
    if material.choice.country:
        name = words("Brief: {country}", country=words.text(material.countries[0].name))
        say = (
            words("This brief has what the sources report about one state. It is a draft that the state can change."),
        )
    else:
        name = title_of_all(material.snapshot, words)
        conference = next((each for each in framework.conferences if each.id == material.choice.conference), None)
        if conference and not framework.exercise:
            place, when = words.text(conference.place), words.partial_date(conference.when)
            lines.append(words("Conference {n}: {place}, {when}", n=conference.number, place=place, when=when))
        say = (
            words("This pack shows what the states and their partners reported, in the fixed order of the states."),
            words("Every status and every number has a source; the notes of each slide name it."),
        )
    rests_on = basis.build(material.snapshot, material.choice.country)
    lines += [
        dated_release(material.snapshot, words, material.choice.country),
        *filter(None, (ends_judged(material.snapshot, words, [country.code for country in material.countries]),)),
        f"{disclaimer(rests_on, words)} {confirmation_sentence(rests_on, words)}".strip(),
    ]
    points = Points("", tuple(SlidePoint(text=line) for line in lines))
    return material.slide(SlideKind.TITLE, name, (points,), Notes(say), sources=material.every_source())


def guide(material: Material) -> Slide:
    """Return the slide on how to read the others."""
    words, snapshot = material.words, material.snapshot
    marks = overview.build(snapshot).scorecard.marks
    key = Points(
        words("Marks"),
        tuple(SlidePoint(text=_explained(words, kind), mark=kind) for kind in marks),
    )
    rounds = any(reading.kind is ReadingKind.ROUND for reading in snapshot.framework.readings)
    not_covered = words(
        "“Not covered” means that the report says nothing about it. It does not mean that nothing was done."
    )
    rules = [
        *((not_covered,) if State.NOT_ASKED in marks else ()),
        words("Zero, not available, not asked and withheld are different answers."),
        words("The states are in a fixed order, not by value. Nothing is added up over states."),
        words("Counts of cases and victims are context. They do not measure progress."),
    ]
    if not rounds:
        rules.append(words("The report gives statuses, not levels: the states were not all asked the same."))
    points = Points(words("Rules"), tuple(SlidePoint(text=rule) for rule in rules))
    say = (
        words("Each mark has a shape, a colour and a word, so that it can be read without colour."),
        words("A state may see a status differently. Then the slide says so, and both views are kept."),
    )
    return material.slide(
        SlideKind.GUIDE,
        words("How to read these slides"),
        (key, points),
        Notes(say),
        sources=(words("Source: {titles}", titles=words("the method of this dashboard, page Method")),),
    )


def _explained(words: Words, kind: str) -> str:
    short, long = short_label(words, kind), label(words, kind)
    return long if short in long else words("{short}: {long}", short=short, long=long)


def matrix(material: Material) -> tuple[Slide, ...]:
    """Return the table of themes by states, divided so that it is read from the back row."""
    card = overview.build(material.snapshot).scorecard
    words, codes = material.words, [country.code for country in material.countries]
    pairs = [
        (
            MatrixRow(
                words.text(row.item.name),
                words.text(block.pillar.name),
                tuple(_cell(material, cell) for cell in row.cells if cell.country in codes),
            ),
            tuple(cell for cell in row.cells if cell.country in codes),
        )
        for block in card.blocks
        for row in block.rows
        if material.has(row.item.id)
    ]
    width = (fit.WIDTH - fit.THEME_COLUMN) / max(1, len(codes))

    def height(pair: tuple[MatrixRow, tuple[ItemStatus, ...]]) -> float:
        row = pair[0]
        cells = (fit.text_lines(f"●  {cell.text}", width - fit.CELL_PADDING, fit.CELL) for cell in row.cells)
        in_cells = max(cells) * fit.CELL * fit.LINE
        dates = (fit.text_lines(cell.since, width - fit.CELL_PADDING, fit.SMALL) for cell in row.cells if cell.since)
        since = max(dates, default=0) * fit.SMALL * fit.LINE
        return max(fit.row_height((row.name,), (fit.THEME_COLUMN,)), in_cells + since + fit.CELL_PADDING)

    columns = tuple(state_name(material.snapshot, country, words) for country in material.countries)
    groups = material.division.divided(pairs, height, fit.HEIGHT - layout.HEADER_ROW)
    return divided_subject([_matrix(material, columns, group) for group in groups])


def _matrix(
    material: Material, columns: tuple[str, ...], group: tuple[tuple[MatrixRow, tuple[ItemStatus, ...]], ...]
) -> Slide:
    words, cells = material.words, [cell for _, cells in group for cell in cells]
    shown = {mark(cell) for cell in cells}
    key = tuple((short_label(words, kind), label(words, kind)) for kind in MARKS if kind in shown)
    rows = tuple(row for row, _ in group)
    statements = [statement for cell in cells for statement in behind(cell)]
    heading = " · ".join(dict.fromkeys(row.pillar for row in rows))
    say = (
        words("Each cell shows what the state's own bodies reported on the theme."),
        words("An empty answer is an open question to the state, not a finding about it."),
    )
    cautions = list(filter(None, [in_place_dates_text([count(cells)], words)]))
    cautions += [material.objection(cell) for cell in cells if cell.position is Position.DISAGREES]
    if any(mark(cell) == LAST_REPORTED for cell in cells):
        cautions.append(words("“Last reported”: the year that the report describes has ended."))
    return material.slide(
        SlideKind.MATRIX,
        words("What the countries reported on each theme"),
        (SlideMatrix(heading, columns, rows, key),),
        Notes(say, material.quotes(statements), tuple(cautions)),
        sources=material.sources(statements) or material.every_source(),
        label=material.confirmation(cells, signed=True),
    )


def _replied(material: Material, cell: ItemStatus) -> Position | None:
    return replied_cells(material.snapshot).get((cell.country, cell.item))


def _cell(material: Material, status: ItemStatus) -> MatrixCell:
    words, kind, replied = material.words, mark(status), _replied(material, status)
    since = dated_years(status, words) if kind in ("in_place", ENDED) else ""
    return MatrixCell(kind, short_label(words, kind), since, REPLY_SIGNS[replied].character if replied else "")


def behind(status: ItemStatus) -> list[Statement]:
    """Return the first statement behind a status that has a quote, else the first one."""
    found = [statement for asked in status.indicators for statement in asked.behind if statement.source_id]
    quoted = [statement for statement in found if statement.quote]
    return (quoted or found)[:1]


def changes(material: Material) -> tuple[Slide, ...]:
    """Return slides with the changes since the previous reading or round, of items that were answered in both."""
    words, country_changes = material.words, material.country_changes()
    title = words("What changed since the last time")
    compared = [changes for changes in country_changes if changes.previous]
    if not compared:
        rule = words("This is the first reading. A change can be shown when the states have answered again.")
        points = Points(
            "", (SlidePoint(text=words("No earlier reading or round to compare with.")), SlidePoint(text=rule))
        )
        notes = Notes((words("There is no earlier reading with which these answers could be compared."),))
        return (material.slide(SlideKind.CHANGES, title, (points,), notes, sources=material.every_source()),)
    about = ListSlide(
        kind=SlideKind.CHANGES,
        title=title,
        say=(
            words("Only what was reported both times can be called a change."),
            words("Documents, corrections, method and other answers are shown separately. They are not progress."),
        ),
        cautions=tuple(
            f"{material.country_name(s.country)}: {text}" for s in country_changes for text in _others(material, s)
        ),
        label=compared_text(compared[0], words) if common_previous(country_changes) else "",
    )
    return list_slides(
        material, about, [line for changes in country_changes for line in _change_lines(material, changes)]
    )


def _change_lines(material: Material, changes: CountryChanges) -> list[ListLine]:
    words, framework = material.words, material.snapshot.framework
    by_id = {statement.evidence_id: statement for statement in material.snapshot.statements}
    name = material.country_name(changes.country)
    found = []
    if changes.missing:
        text = f"{missing_text(changes, words)} {compared_text(changes, words)}".strip()
        found.append(ListLine(SlidePoint(text=text, about=name)))
    for sentence in changes.progress:
        point = SlidePoint(text=change_sentence(framework, changes, sentence, words), about=name)
        found.append(ListLine(point, tuple(by_id[e.statement] for e in sentence.evidence if e.statement in by_id)))
    return found


def _others(material: Material, changes: CountryChanges) -> list[str]:
    framework = material.snapshot.framework
    return [change_sentence(framework, changes, sentence, material.words) for sentence in changes.others]
