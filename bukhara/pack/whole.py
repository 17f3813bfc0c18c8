"""The whole in one table of themes by states, and what changed as marks before and now."""

from collections import Counter

from bukhara.charts.change_words import change_rule, change_sentence, compared_text, missing_text, no_change_text
from bukhara.charts.count_words import in_place_text
from bukhara.charts.day_words import state_name
from bukhara.i18n.codes import label, short_label
from bukhara.model.codes import ItemKind, Position
from bukhara.model.marks import LAST_REPORTED, REPLY_SIGNS, in_key_order
from bukhara.model.statement import Statement
from bukhara.pack import fit, layout
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Slide, SlideKind, divided_subject
from bukhara.pack.tables import DARK_EDGE, ORANGE_EDGE, ChangeRow, MatrixCell, MatrixRow, SlideChanges, SlideMatrix
from bukhara.situation.situation import ItemStatus, Situation
from bukhara.views.countries import overview
from bukhara.views.status import narrative
from bukhara.views.status.narrative import CountryChanges, common_previous

Row = tuple[MatrixRow, tuple[Situation, ...]]
_OVER = "†"


def matrix(material: Material) -> tuple[Slide, ...]:
    """Return the table of themes by states; it has several slides only where one cannot be read from the back row."""
    card, codes = overview.build(material.snapshot).scorecard, [country.code for country in material.countries]
    moved = narrative.before_now(material.snapshot.framework, material.country_changes()).moves
    rows: list[Row] = []
    for block in card.blocks:
        for row in (row for row in block.rows if material.has(row.item.id)):
            cells = tuple(cell for cell in row.cells if cell.country in codes)
            shown = tuple(_cell(material, cell, is_changed=(cell.country, cell.item) in moved) for cell in cells)
            pillar = material.words.text(block.pillar.name)
            name, short = material.item_name(row.item.id), material.words.text(row.item.short)
            rows.append((MatrixRow(name, short, pillar, shown, _of_all(material, cells)), cells))
    space = fit.HEIGHT - 2 * layout.LOWEST_ROW
    groups = material.division.divided(rows, lambda row: layout.theme_height(row[0]), space)
    about = material.words("Themes by state")
    message = _whole_message(material, [cells for _, cells in rows]) or about
    return divided_subject([_matrix(material, group, message, about) for group in groups])


def _matrix(material: Material, group: tuple[Row, ...], message: str, about: str) -> Slide:
    words, cells = material.words, [cell for _, own in group for cell in own]
    statements = [statement for cell in cells for statement in behind(cell)]
    say = (
        words("Each cell shows what the state's own bodies reported on the theme."),
        words("A cell without an answer is an open question to the state, not a finding about it."),
    )
    cautions = list(filter(None, [in_place_text(cells, words)]))
    cautions += [material.objection(cell) for cell in cells if cell.position is Position.DISAGREES]
    if any(cell.mark == LAST_REPORTED for cell in cells):
        cautions.append(words("“Last reported”: the year that the report describes has ended."))
    if any(each.is_changed for row, _ in group for each in row.cells):
        cautions.append(words(DARK_EDGE))
    if any(each.is_contested for row, _ in group for each in row.cells):
        cautions.append(words(ORANGE_EDGE))
    shown = SlideMatrix(
        tuple(state_name(material.snapshot, country, words) for country in material.countries),
        tuple(row for row, _ in group),
        _key(material, [cell.mark for cell in cells]),
        "; ".join(
            (
                words("at the right: in place or ongoing"),
                *((words("{sign} period ended", sign=_OVER),) if any(cell.period_ended for cell in cells) else ()),
            )
        ),
    )
    return material.slide(
        SlideKind.MATRIX,
        message,
        (shown,),
        Notes(say, material.quotes(statements), tuple(cautions)),
        about=about,
        sources=material.sources(statements),
        label=material.confirmation(cells, signed=True),
    )


def _whole_message(material: Material, rows: list[tuple[Situation, ...]]) -> str:
    """Return on how many of the themes that can be completed a step is in place in one state at least, and in all."""
    words = material.words
    once = [row for row in rows if row[0].kind is ItemKind.MILESTONE]
    somewhere = sum(any(cell.is_in_place for cell in row) for row in once)
    everywhere = sum(all(cell.is_in_place for cell in row) for row in once)
    if not somewhere or len(material.countries) < _SEVERAL:
        return ""
    first = words.plural(
        "{n} of {all} themes was reported in place in at least one state",
        "{n} of {all} themes were reported in place in at least one state",
        somewhere,
        all=words.number(len(once)),
    )
    return words("{first}, {n} in all", first=first, n=words.number(everywhere)) if everywhere else first


_SEVERAL = 2


def _of_all(material: Material, cells: tuple[Situation, ...]) -> str:
    asked = [cell for cell in cells if cell.is_asked]
    found = sum(cell.is_reported for cell in asked)
    return material.words("{n} of {total}", n=found, total=len(asked)) if asked else ""


def _key(material: Material, marks: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((short_label(material.words, kind), label(material.words, kind)) for kind in in_key_order(marks))


def _cell(material: Material, status: Situation, *, is_changed: bool = False) -> MatrixCell:
    words, kind = material.words, status.mark
    sign = REPLY_SIGNS[status.reply].character if status.reply else ""
    word = short_label(words, kind) + (_OVER if status.period_ended else "")
    return MatrixCell(kind, word, sign, is_changed, bool(status.contests))


def behind(status: ItemStatus) -> list[Statement]:
    """Return the first statement behind a status that has a quote, else the first one."""
    found = [statement for asked in status.indicators for statement in asked.behind if statement.source_id]
    quoted = [statement for statement in found if statement.quote]
    return (quoted or found)[:1]


def changes(material: Material) -> tuple[Slide, ...]:
    """Return the statuses that changed since the reading or round before; nothing where there is none."""
    words, every, framework = material.words, material.country_changes(), material.snapshot.framework
    view = narrative.before_now(framework, every)
    moved = [move for (_, item), move in view.moves.items() if material.has(item)]
    if not moved:
        return ()
    codes = [country.code for country in material.countries]
    pairs = {(move.country, move.item): (move.before.mark, move.after.mark) for move in moved}
    rows = tuple(
        ChangeRow(
            material.item_name(item.id),
            material.short_name(item.id),
            tuple(pairs.get((code, item.id), ("", "")) for code in codes),
        )
        for item in view.items
        if material.has(item.id)
    )
    first = next(found for found in every if found.previous)
    say = [f"{material.country_name(found.country)}: {text}" for found in every for text in _sentences(material, found)]
    key = tuple(
        (kind, short_label(words, kind)) for kind in in_key_order(kind for pair in pairs.values() for kind in pair)
    )
    message = words.plural(
        "{n} status is reported differently than before: {states}",
        "{n} statuses are reported differently than before: {states}",
        len(moved),
        states=", ".join(f"{material.country_name(code)} {n}" for code, n in Counter(m.country for m in moved).items()),
    )
    statements = [statement for move in moved for statement in behind(move.after)]
    notes = Notes(
        (change_rule(words),),
        material.quotes(statements),
        (words("Documents, corrections, method and other answers are shown separately. They are not progress."), *say),
    )
    last = no_change_text(view, framework, words)
    columns = tuple(map(material.country_name, codes))
    groups = material.division.divided(rows, lambda _: layout.LOWEST_ROW, layout.change_space(columns, last))
    return divided_subject(
        [
            material.slide(
                SlideKind.CHANGES,
                message,
                (SlideChanges(words("Theme"), columns, group, key, last),),
                notes,
                about=words("What changed"),
                label=compared_text(first, words) if common_previous(every) else "",
                sources=material.sources(statements),
            )
            for group in groups
        ]
    )


def _sentences(material: Material, found: CountryChanges) -> list[str]:
    """Return what is said of a state without a status that changed: no new answer, and other changes."""
    framework, words = material.snapshot.framework, material.words
    missing = [f"{missing_text(found, words)} {compared_text(found, words)}".strip()] if found.missing else []
    return missing + [change_sentence(framework, found, sentence, words) for sentence in found.others]
