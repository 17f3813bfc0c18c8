"""The whole in one table of themes by states, and what changed."""

from collections import Counter
from collections.abc import Sequence

from bukhara.charts import fit
from bukhara.charts.change_words import change_rule, change_sentence, compared_text, missing_text, no_change_text
from bukhara.charts.count_words import in_place_text, in_place_title
from bukhara.charts.day_words import state_name
from bukhara.i18n.codes import short_label
from bukhara.i18n.words import Words
from bukhara.model.codes import Position
from bukhara.model.framework import Pillar
from bukhara.model.marks import ENDED, LAST_REPORTED, MARKS, NO_STEP, REPLY_SIGNS, in_key_order
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.pack import change_drawing, grid
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Slide, SlideKind, divided_subject
from bukhara.situation.situation import Situation
from bukhara.views.countries import overview
from bukhara.views.status import narrative
from bukhara.views.status.narrative import CountryChanges, common_previous

DARK_EDGE = N_("Dark edge: another status the last time.")
ORANGE_EDGE = N_("Orange edge: sources differ, or the state disagrees.")
_MOST, _MOST_CHANGED = 20, 10
"""So many rows a slide has at most: themes of the whole, and changes."""


def matrix(material: Material) -> tuple[Slide, ...]:
    """Return the themes by states; there are several slides only where one cannot be read from the back row."""
    card, codes = overview.build(material.snapshot).scorecard, [country.code for country in material.countries]
    moved = narrative.before_now(material.snapshot.framework, material.country_changes()).moves
    rows = [
        (block.pillar, row.item.id, tuple(cell for cell in row.cells if cell.country in codes))
        for block in card.blocks
        for row in block.rows
        if material.has(row.item.id)
    ]
    about = material.words("Themes by state")
    message = in_place_title([cell for _, _, own in rows for cell in own], material.words) or about
    groups = fit.groups(rows, _MOST)
    return divided_subject([_matrix(material, group, message, about, set(moved)) for group in groups])


def _matrix(
    material: Material,
    group: Sequence[tuple[Pillar, str, tuple[Situation, ...]]],
    message: str,
    about: str,
    moved: set[tuple[str, str]],
) -> Slide:
    words, cells = material.words, [cell for _, _, own in group for cell in own]
    statements = [statement for cell in cells for statement in behind(cell)]
    edges = {"ink": DARK_EDGE, "warning": ORANGE_EDGE}
    rows = [
        grid.Row(
            material.short_name(item),
            tuple(_cell(words, cell, is_changed=(cell.country, cell.item) in moved) for cell in own),
            words.text(pillar.name),
            tuple(cell.mark for cell in own if cell.is_reported),
        )
        for pillar, item, own in group
    ]
    shown = [words(text) for edge, text in edges.items() if any(c.edge == edge for row in rows for c in row.cells)]
    alone = [cell.mark for cell in cells if not _has_word(cell.mark)]
    last = [words("at the right: in place or ongoing")]
    if over := sum(cell.period_ended for cell in cells):
        last.append(words("“to …”: the reported period is over") + f" ({words.number(over)})")
    cautions = list(filter(None, [in_place_text(cells, words)]))
    cautions += [material.objection(cell) for cell in cells if cell.position is Position.DISAGREES]
    if any(cell.mark == LAST_REPORTED for cell in cells):
        cautions.append(words("“Last reported”: the year that the report describes has ended."))
    return material.slide(
        SlideKind.MATRIX,
        message,
        (
            grid.draw(
                about,
                [state_name(material.snapshot, country, words) for country in material.countries],
                rows,
                {kind: short_label(words, kind) for kind in in_key_order(alone)},
                ". ".join(("; ".join(last), *(text.rstrip(".") for text in shown))),
            ),
        ),
        Notes(
            (
                words("Each cell shows what the state's own bodies reported on the theme."),
                words("A cell without an answer is an open question to the state, not a finding about it."),
            ),
            material.quotes(statements),
            (*cautions, *shown),
        ),
        about=about,
        sources=material.sources(statements),
        label=material.confirmation(cells, signed=True),
        facts=cells,
    )


def _has_word(mark: str) -> bool:
    """Return whether a source or a state says something; without it the mark is enough in a cell."""
    return MARKS[mark].is_status or mark in (ENDED, NO_STEP)


def _cell(words: Words, status: Situation, *, is_changed: bool) -> grid.Cell:
    word = words("to {year}", year=status.valid_until[:4]) if status.period_ended else short_label(words, status.mark)
    sign = REPLY_SIGNS[status.reply].character if status.reply else ""
    text = f"{word if _has_word(status.mark) else ''} {sign}".strip()
    edge = "ink" if is_changed else "warning" if status.contests else ""
    return grid.Cell(status.mark, text, edge, status.period_ended)


def behind(status: Situation) -> list[Statement]:
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
    order = [item.id for item in view.items]
    moved.sort(key=lambda move: (material.places.index(move.country), order.index(move.item)))
    say = [f"{material.country_name(found.country)}: {text}" for found in every for text in _sentences(material, found)]
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
    about, last = words("What changed"), no_change_text(view, framework, words)
    return divided_subject(
        [
            material.slide(
                SlideKind.CHANGES,
                message,
                (change_drawing.draw(material, about, group, last),),
                notes,
                about=about,
                label=compared_text(next(f for f in every if f.previous), words) if common_previous(every) else "",
                sources=material.sources(statements),
                facts=statements,
            )
            for group in fit.groups(moved, _MOST_CHANGED)
        ]
    )


def _sentences(material: Material, found: CountryChanges) -> list[str]:
    """Return what is said of a state without a status that changed: no new answer, and other changes."""
    framework, words = material.snapshot.framework, material.words
    missing = [f"{missing_text(found, words)} {compared_text(found, words)}".strip()] if found.missing else []
    return missing + [change_sentence(framework, found, sentence, words) for sentence in found.others]
