"""Blocks of a release in words: whose answers or figures, from which source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_
from bukhara.i18n.receipts import SUBJECTS
from bukhara.i18n.titles import titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bukhara.model.release import Release
    from bukhara.model.round import Decision, Reply, Request
    from pages._ui.parts.reader import Reader

SAID = {
    "tracker": N_("Answers of {country}, from {source}"),
    "statistics": N_("Figures of {country}, from {source}"),
    "partners": N_("Support by partners in {country}, from {source}"),
    "source": N_("Source: {source}"),
    "request": N_("Request to {country}: {source}"),
    "reply": N_("Reply of {country}"),
    "decision": N_("Decision on a difference in {country}"),
}
PLACES = {"tracker": "/countries/{country}", "statistics": "/statistics", "partners": "/partners"}


def block_voices(reader: Reader, release: Release | None) -> dict[str, object]:
    """Return what templates call with the blocks of that release, or of a newer one, to say them in words.

    `blocks_told` leaves out a source that rows of the same release name already.
    """
    rounds = _rounds(reader)
    sources = _titles(reader, release) | rounds
    framework = reader.service.framework()
    names = {p.code: reader.words.text(p.short) for p in (*framework.countries, *framework.regions)}

    def block_text(block: str) -> str:
        kind, country, source = block.split("/", 2)
        values = {"country": names.get(country, country), "source": sources.get(source, source)}
        return reader.words(SAID[kind], **values) if kind in SAID else block

    def remark_text(remark: Request | Reply | Decision) -> str:
        kind = type(remark).__name__.lower()
        return block_text(f"{kind}/{remark.country}/{getattr(remark, 'round_id', '')}")

    def blocks_told(blocks: Sequence[str]) -> list[str]:
        cited = {block.split("/", 2)[2] for block in blocks if not block.startswith("source/")}
        return [block_text(block) for block in blocks if not (block.startswith("source/") and block[8:] in cited)]

    return {
        "block_text": block_text,
        "round_text": lambda round_id: rounds.get(round_id, round_id),
        "blocks_told": blocks_told,
        "remark_text": remark_text,
        "pages_of": lambda blocks: _pages(reader, blocks, names),
    }


def _titles(reader: Reader, release: Release | None) -> dict[str, str]:
    newest = reader.service.snapshot()
    known = {source.source_id: titles([source], reader.words) for source in newest.sources}
    if release is not None and release.number != newest.release.number:
        older = reader.service.snapshot(release=release.number)
        known = {source.source_id: titles([source], reader.words) for source in older.sources} | known
    return known


def _rounds(reader: Reader) -> dict[str, str]:
    russian = reader.words.language == "ru"
    asked = reader.service.snapshot().requests
    return {each.round_id: (each.title_ru if russian else "") or each.title for each in asked}


def _pages(reader: Reader, blocks: tuple[str, ...], names: dict[str, str]) -> list[tuple[str, str]]:
    """Return the addresses of the pages that show what the blocks hold, with their names."""
    found: dict[str, str] = {}
    for kind, country, _ in (block.split("/", 2) for block in blocks):
        if kind == "tracker" and country in names and country != "REG":
            found[PLACES[kind].format(country=country)] = names[country]
        elif kind in PLACES and kind != "tracker":
            found[PLACES[kind]] = reader.words(SUBJECTS[kind])
    return list(found.items())
