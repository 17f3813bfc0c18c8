"""The public face of a source: one that nobody may open, or that left with its rows, has no words of its own."""

from collections.abc import Iterable, Set
from dataclasses import replace

from bukhara.model.codes import Access
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import NO_TEXT
from bukhara.model.withdrawal import WithdrawnRow, withdrawn_row


def public_faces(
    sources: Iterable[Source], rows: Iterable[Statement | Observation], gone: Set[WithdrawnRow], framework: Framework
) -> tuple[Source, ...]:
    """Return the sources of a release as everybody may see them; `rows` are its rows as they are stored.

    A source that is not public is named by body and day alone, and so is one of which only withdrawn rows are left; the
    names of its body take the place of the translations of its title. `gone` are the rows that were withdrawn.
    """
    known, lost, left = {each.row_id for each in gone}, set[str](), set[str]()
    for row in rows if gone else ():
        row_id = row.observation_id if isinstance(row, Observation) else row.evidence_id
        (lost if row_id in known and withdrawn_row(row) in gone else left).add(row.source_id)
    return tuple(
        each if each.access == Access.PUBLIC and each.source_id not in lost - left else _nameless(each, framework)
        for each in sources
    )


def _nameless(source: Source, framework: Framework) -> Source:
    names = body.name if (body := framework.body(source.body)) else NO_TEXT
    return replace(source, title="", title_translation=names, document_number="", address="", checksum="")
