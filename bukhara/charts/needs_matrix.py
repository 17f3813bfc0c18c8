"""Needs and support as a matrix of words for files: who named what, which partner speaks of it, who has it in place."""

from collections.abc import Callable

from bukhara.charts.cell_words import cell_title
from bukhara.charts.chart import CellMark, CellMatrix, CellRow, Href
from bukhara.charts.partner_matrix import short_name
from bukhara.charts.status_dates import dates_text
from bukhara.i18n.codes import label
from bukhara.i18n.subjects import body_name
from bukhara.i18n.words import Words
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.situation.situation import Situation, reported_by
from bukhara.views.themes.needs import NeedCell, NeedRow, Needs

Address = Callable[[Observation | Statement | Situation], str]


def matrix(view: Needs, snapshot: Snapshot, words: Words, address: Address, href: Href) -> CellMatrix:
    """Return a row for each theme: a column for each state in fixed order, and the states that have it in place.

    `address` returns the address of the evidence of a record, `href` that of a theme.
    """
    groups = words("named by state bodies"), words("named by other organisations"), words("partner"), words("in place")

    def cell(found: NeedCell) -> tuple[CellMark, ...]:
        place = words.text(found.country.short)
        named = (
            CellMark(
                f"{label(words, each.kind)}: {short_name(body := body_name(each.body, words, snapshot.framework))}",
                f"{place}: {label(words, each.kind)}, {body}",
                address(each.first),
                groups[0] if each.by_state else groups[1],
            )
            for each in found.named
        )
        partners = (
            CellMark(
                short_name(name := body_name(partner, words, snapshot.framework)),
                f"{place}: {name}",
                address(record),
                groups[2],
            )
            for partner, record in found.support
        )
        return (*named, *partners)

    def row(found: NeedRow) -> CellRow:
        reported = reported_by(snapshot, found.item.id)
        there = tuple(
            CellMark(in_place_text(each, snapshot, words), cell_title(snapshot, each, words), address(each), groups[3])
            for each in reported
            if each.is_example
        )
        if reported and not there:
            there = (CellMark(words("reported period is over")),)
        return CellRow(words.text(found.item.name), (*map(cell, found.cells), there), href=href(found.item.id))

    columns = (*(words.text(each.short) for each in view.columns), words("Reported in place or continuing in"))
    pillars = group_by(view.rows, lambda each: each.item.pillar)
    rows = (
        each
        for pillar in snapshot.framework.pillars
        if pillar.id in pillars
        for each in (CellRow(words.text(pillar.name)), *map(row, pillars[pillar.id]))
    )
    return CellMatrix(words("Theme"), columns, tuple(rows), groups)


def in_place_text(status: Situation, snapshot: Snapshot, words: Words) -> str:
    """Return a state with the dates of its status: "Tajikistan, since 2017", "Kyrgyz Republic, 2022–2026"."""
    name = words.text(snapshot.framework.country(status.country).short)
    return f"{name}, {dates_text(status, words)}" if status.since or status.valid_until else name
