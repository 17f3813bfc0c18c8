"""Stores which column a heading of a country's own form is mapped to."""

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.model.codes import WorkbookKind
from bukhara.model.heading import Heading
from bukhara.model.messages import N_
from bukhara.service.core import Core
from bukhara.store import headings
from bukhara.workbook import columns_of, folded

NO_COLUMN = N_("There is no such column. Please choose one from the list.")
NO_HEADING = N_("Please give the heading as it is in the form.")
LONGEST = 200


class Headings:
    """Stores which column a heading of a country's own form is mapped to."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def headings(self, actor: Actor, country: str) -> tuple[Heading, ...]:
        """Return the stored headings; `country` is the subject of a workbook: a state, REG, statistics or partners."""
        self._core.authorize(actor, Action.UPLOAD, country)
        with self._core.opened().connect() as connection:
            return headings.remembered(connection, country)

    def columns(self, kind: WorkbookKind) -> dict[str, str]:
        """Return the columns to choose from: key -> label (a message id) of each column of a kind of workbook."""
        return columns_of(kind)

    def remember_heading(self, actor: Actor, country: str, kind: str, text: str, column: str) -> None:
        """Store the column of a heading, used from the next reading on; a column of "" deletes it."""
        self._core.authorize(actor, Action.UPLOAD, country)
        if kind not in set(WorkbookKind) or (column and column not in columns_of(WorkbookKind(kind))):
            raise Refused(NO_COLUMN)
        called = folded(text[:LONGEST])[:LONGEST]
        if not called:
            raise Refused(NO_HEADING)
        heading = Heading(country=country, kind=kind, text=called, column=column)
        with self._core.opened().transaction() as connection:
            headings.remember(connection, heading)
            detail = {"country": country, "kind": kind, "heading": called, "column": column}
            self._core.audit(connection, actor.name, AuditAction.HEADING, **detail)
