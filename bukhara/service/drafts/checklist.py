"""The checks before a draft is approved, beside errors and newer releases, which the page says first; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bukhara.i18n.words import Words
from bukhara.model.codes import Severity
from bukhara.model.difference import DifferenceStatus
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.service.drafts.transitions import OWN_WORK
from bukhara.views.releases.effect import Effect
from bukhara.views.releases.workbook_changes import Sort, WorkbookChanges
from bukhara.workbook import WorkbookReading
from bukhara.workbook.finding_groups import grouped

PERSONS = frozenset({"personal-name", "contact-details"})
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Check:
    """One entry of the checklist, which may stop the approval; `values` fill its `message`, `about` the {rows} of it.

    `about` are pairs of a state and an item or indicator, or "" and the title of a source.
    """

    code: str
    message: str
    values: Mapping[str, str] = field(default_factory=dict)
    about: tuple[tuple[str, str], ...] = ()
    stops: bool = False


def checks(
    reading: WorkbookReading,
    changes: WorkbookChanges,
    *,
    effect: Effect | None,
    own_work: bool = False,
) -> tuple[Check, ...]:
    """Return the checks that stop the approval, then those that somebody should look at.

    `effect` is missing if the base is outdated or the file has errors.
    """
    found = [*_of_the_file(reading), *_of_the_rows(changes, reading), *_of_the_effect(effect)]
    return (*([Check("two-persons", OWN_WORK, stops=True)] if own_work else []), *found)


def sentence(check: Check, framework: Framework, words: Words) -> str:
    """Return the sentence of a check, with the names of states, themes and measures."""
    named = {each.code: each.short for each in (*framework.countries, *framework.regions)}
    named |= {item.id: item.name for item in framework.items}
    named |= {indicator.id: indicator.name for indicator in framework.indicators}

    def name(code: str) -> str:
        return words.text(named[code]) if code in named else code

    rows = _few([": ".join(name(code) for code in pair if code) for pair in check.about], "; ")
    return words(check.message, rows=rows, **check.values)


def _of_the_file(reading: WorkbookReading) -> Iterator[Check]:
    persons = [each for each in reading.findings if each.code in PERSONS]
    others = [each for each in reading.findings if each.severity is Severity.WARNING and each.code not in PERSONS]
    if persons:
        message = N_("Texts that may name a person ({n}): {cells}. Institutions only are named.")
        yield Check("persons", message, _places(persons))
    if others:
        message = N_("The check found something ({n}): {cells}. Please read the warnings.")
        yield Check("warnings", message, _places(others))


def _of_the_rows(changes: WorkbookChanges, reading: WorkbookReading) -> Iterator[Check]:
    if reading.acceptable and (removed := changes.of(Sort.REMOVED)):
        message = N_("Rows that this workbook takes out of the record ({n}): {rows}. Readers would no longer see them.")
        about = tuple(
            dict.fromkeys((r.country, r.item or r.indicator or getattr(r.record, "title", "")) for r in removed)
        )
        yield Check("removed", message, {"n": str(len(removed))}, about)


def _of_the_effect(effect: Effect | None) -> Iterator[Check]:
    unsettled = [each for each in effect.differences if each.status is DifferenceStatus.OPEN] if effect else ()
    if unsettled:
        message = N_("New differences between sources that nobody has explained or decided yet: {n}.")
        yield Check("differences", message, {"n": str(len(unsettled))})


def _places(findings: list[Finding]) -> dict[str, str]:
    """Return the number of findings as the page counts them, those of one cause once, and the first of their cells."""
    return {"n": str(len(grouped(findings))), "cells": _few([each.reference or each.code for each in findings])}


def _few(names: list[str], comma: str = ", ") -> str:
    return comma.join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
