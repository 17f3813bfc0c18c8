"""Withdraws a figure or statement from everything public, also of older releases."""

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.access import Actor
from bukhara.model.frozen import FrozenPack
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.release import Release
from bukhara.model.statement import Statement
from bukhara.model.withdrawal import row_id_of, withdrawn_row
from bukhara.service.core import Core
from bukhara.store import packs, withdrawals

LONGEST = 300
NO_REASON = N_("Please give the reason. Everybody reads it in the list of releases.")
GONE = N_("It is withdrawn already.")


@dataclass(frozen=True, slots=True)
class Withdrawable:
    """A figure or statement as administrators see it, the releases that hold it, and the kept slides made from them."""

    row: Observation | Statement
    releases: tuple[int, ...]
    packs: tuple[FrozenPack, ...]


class Withdrawals:
    """Takes figures and statements out of what is shown; the rows stay in the store."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def find(self, actor: Actor, row_id: str) -> Withdrawable:
        """Return a row by the id that pages and open data give it; raise Refused for an unknown or withdrawn one."""
        self._core.authorize(actor, Action.WITHDRAW)
        row, store = self._row(row_id.strip()), self._core.opened()
        if withdrawn_row(row) in store.withdrawn():
            raise Refused(GONE)
        with store.connect() as connection:
            held = withdrawals.versions(connection, row).releases
            kept = tuple(each for each in packs.frozen(connection) if each.release in held and not each.withdrawn_at)
        return Withdrawable(row, held, kept)

    def withdraw(self, actor: Actor, row_id: str, reason: str) -> Release:
        """Withdraw a row in all its versions so far; return the release that says so, with the reason for everybody.

        Raises Refused without a reason, or for an unknown or withdrawn row.
        """
        given = " ".join(reason.split())[:LONGEST]
        row = self.find(actor, row_id).row
        if not given:
            raise Refused(NO_REASON)
        store = self._core.opened()
        made_under = store.framework_version(self._core.ready())
        return store.withdraw(row, self._core.stamp(actor.name, given, made_under))

    def _row(self, row_id: str) -> Observation | Statement:
        """Return the stored row of a shown id, from the newest release that has it."""
        for number in range(self._core.ready(), 0, -1):
            stored, shown = self._core.stored_contents(number), self._core.shown_contents(number)
            rows: Iterable[tuple[Observation | Statement, Observation | Statement]] = zip(
                (*stored.observations, *stored.statements), (*shown.observations, *shown.statements), strict=True
            )
            for held, public in rows:
                if row_id in (row_id_of(held), row_id_of(public)):
                    return held
        raise Refused(N_("No release holds a figure or statement of this id."))
