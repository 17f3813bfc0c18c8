"""The checks before a draft is approved; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bukhara.i18n.words import Words
from bukhara.model.codes import Severity
from bukhara.model.difference import DifferenceStatus
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.release import Release
from bukhara.model.source import Source
from bukhara.service.drafts.transitions import OWN_WORK
from bukhara.views.effect import Effect
from bukhara.views.workbook_changes import RowChange, Sort, WorkbookChanges
from bukhara.workbook import WorkbookReading

PERSONS = frozenset({"personal-name", "contact-details"})
_SHOWN = 8


class Weight(StrEnum):
    """Whether a check stops the approval."""

    STOPS = "stops"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of the checklist; `values` fill the sentence of `message`, `about` its {rows}.

    `about` are pairs of a state and an item or indicator, or "" and the title of a source.
    """

    code: str
    severity: Weight
    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The facts about a draft. `effect` is missing if the base is outdated or the file has errors."""

    reading: WorkbookReading
    changes: WorkbookChanges
    note: str
    between: tuple[Release, ...] = ()
    others: tuple[int, ...] = ()
    effect: Effect | None = None
    own_work: bool = False


def checks(facts: Facts) -> tuple[Check, ...]:
    """Return the checks that stop the approval, then those that somebody should look at."""
    found = [*_of_the_file(facts), *_of_the_rows(facts), *_of_the_effect(facts), *_of_the_way(facts)]
    return tuple(sorted(found, key=lambda check: check.severity is not Weight.STOPS))


def sentence(check: Check, framework: Framework, words: Words) -> str:
    """Return the sentence of a check, with the names of states, themes and measures."""
    named = {each.code: each.short for each in (*framework.countries, *framework.regions)}
    named |= {item.id: item.name for item in framework.items}
    named |= {indicator.id: indicator.name for indicator in framework.indicators}

    def name(code: str) -> str:
        return words.text(named[code]) if code in named else code

    rows = _few([": ".join(name(code) for code in pair if code) for pair in check.about], "; ")
    return words(check.message, rows=rows, **check.values)


def _of_the_file(facts: Facts) -> Iterator[Check]:
    errors = [each for each in facts.reading.findings if each.severity is Severity.ERROR]
    persons = [each for each in facts.reading.findings if each.code in PERSONS]
    warnings = [
        each for each in facts.reading.findings if each.severity is Severity.WARNING and each.code not in PERSONS
    ]
    if errors:
        message = N_("The workbook has errors ({n}): {cells}.")
        yield Check("errors", Weight.STOPS, message, _places(errors))
    if persons:
        message = N_("Texts that may name a person ({n}): {cells}. Institutions only are named.")
        yield Check("persons", Weight.LOOK, message, _places(persons))
    if warnings:
        message = N_("The check found something ({n}): {cells}. Please read the warnings.")
        yield Check("warnings", Weight.LOOK, message, _places(warnings))


def _of_the_rows(facts: Facts) -> Iterator[Check]:
    if facts.changes.nothing and facts.reading.acceptable:
        message = N_("The workbook has nothing new: no release will be made.")
        yield Check("no-change", Weight.LOOK, message)
    if facts.reading.acceptable and (removed := facts.changes.of(Sort.REMOVED)):
        message = N_("Rows that this workbook takes out of the record ({n}): {rows}. Readers would no longer see them.")
        about = tuple(dict.fromkeys((row.country, row.item or row.indicator or _title(row)) for row in removed))
        yield Check("removed", Weight.LOOK, message, {"n": str(len(removed))}, about)
    if unexplained := facts.changes.without_reason:
        message = N_("Rows changed without a reason ({n}): {cells}.")
        cells = _few([row.spot for row in unexplained])
        yield Check("no-reason", Weight.LOOK, message, {"n": str(len(unexplained)), "cells": cells})


def _of_the_effect(facts: Facts) -> Iterator[Check]:
    if facts.effect is None:
        return
    unsettled = [each for each in facts.effect.differences if each.status is DifferenceStatus.OPEN]
    if unsettled:
        message = N_("New differences between sources that nobody has explained or decided yet: {n}.")
        yield Check("differences", Weight.LOOK, message, {"n": str(len(unsettled))})


def _of_the_way(facts: Facts) -> Iterator[Check]:
    for release in facts.between:
        message = N_("{actor} changed the same rows meanwhile, in release {release}: {rows}.")
        values = {"actor": release.actor, "release": str(release.number)}
        yield Check("base-outdated", Weight.STOPS, message, values, _about(facts.changes, release))
    if facts.others:
        message = N_("Other drafts change the same rows: {drafts}.")
        yield Check("other-drafts", Weight.LOOK, message, {"drafts": ", ".join(map(str, facts.others))})
    if not facts.note:
        yield Check("no-note", Weight.STOPS, N_("There is no note yet about what this is and why."))
    if facts.own_work:
        yield Check("two-persons", Weight.STOPS, OWN_WORK)


def _places(findings: list[Finding]) -> dict[str, str]:
    return {"n": str(len(findings)), "cells": _few([each.reference or each.code for each in findings])}


def _about(changes: WorkbookChanges, release: Release) -> tuple[tuple[str, str], ...]:
    """Return the country and item, indicator or source title of each row that is in a block of the release."""
    blocks = {tuple(block.split("/", 2)[1:]) for block in release.blocks}
    rows = [row for row in changes.rows if row.sort is not Sort.CONFIRMED and (row.country, row.source_id) in blocks]
    found = dict.fromkeys((row.country, row.item or row.indicator or _title(row)) for row in rows)
    return tuple(found) or tuple((block.split("/", 2)[1], "") for block in release.blocks)


def _title(row: RowChange) -> str:
    return row.record.title if isinstance(row.record, Source) else ""


def _few(names: list[str], comma: str = ", ") -> str:
    return comma.join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
