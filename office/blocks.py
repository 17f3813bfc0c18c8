"""Blocks of a release in words: which state's answers or figures, from which source."""

from collections.abc import Sequence
from dataclasses import dataclass

from bukhara.i18n.codes import N_
from bukhara.i18n.receipts import SUBJECTS
from bukhara.i18n.titles import titles
from bukhara.i18n.words import Words
from bukhara.model.countries import REGION
from bukhara.model.release import Release
from bukhara.model.round import Decision, Reply, Request
from web.request import Reader

SENTENCES = {
    "tracker": N_("Answers of {country}, from {source}"),
    "statistics": N_("Figures of {country}, from {source}"),
    "partners": N_("Support by partners in {country}, from {source}"),
    "source": N_("Source: {source}"),
    "request": N_("Request to {country}: {source}"),
    "reply": N_("Reply of {country}"),
    "decision": N_("Decision on a difference in {country}"),
}
PAGES = {"tracker": "/countries/{country}", "statistics": "/statistics", "partners": "/partners"}


@dataclass(frozen=True, slots=True)
class BlockNames:
    """Says blocks in words, with the names of states, sources and rounds."""

    words: Words
    countries: dict[str, str]
    sources: dict[str, str]
    rounds: dict[str, str]

    def text(self, block: str) -> str:
        """Return one block in words."""
        kind, country, source = block.split("/", 2)
        named = (self.sources | self.rounds).get(source, source)
        values = {"country": self.countries.get(country, country), "source": named}
        return self.words(SENTENCES[kind], **values) if kind in SENTENCES else block

    def remark(self, remark: Request | Reply | Decision) -> str:
        """Return a request, reply or decision in words."""
        kind = type(remark).__name__.lower()
        return self.text(f"{kind}/{remark.country}/{getattr(remark, 'round_id', '')}")

    def listed(self, blocks: Sequence[str]) -> list[str]:
        """Return the blocks of a release in words; a source is left out where rows name it already."""
        cited = {block.split("/", 2)[2] for block in blocks if not block.startswith("source/")}
        return [self.text(block) for block in blocks if not (block.startswith("source/") and block[8:] in cited)]

    def round(self, round_id: str) -> str:
        """Return the title of a round."""
        return self.rounds.get(round_id, round_id)

    def pages(self, blocks: Sequence[str]) -> list[tuple[str, str]]:
        """Return the addresses of the pages that show what the blocks hold, with their names."""
        found: dict[str, str] = {}
        for kind, country, _ in (block.split("/", 2) for block in blocks):
            if kind == "tracker" and country in self.countries and country != REGION:
                found[PAGES[kind].format(country=country)] = self.countries[country]
            elif kind in PAGES and kind != "tracker":
                found[PAGES[kind]] = self.words(SUBJECTS[kind])
        return list(found.items())


def block_names(reader: Reader, release: Release | None = None) -> BlockNames:
    """Return the names for the blocks of `release` and of the newest one."""
    framework, words = reader.service.framework(), reader.words
    countries = {each.code: words.text(each.short) for each in (*framework.countries, *framework.regions)}
    return BlockNames(words, countries, _source_titles(reader, release), _round_titles(reader))


def _source_titles(reader: Reader, release: Release | None) -> dict[str, str]:
    newest = reader.service.snapshot()
    known = {source.source_id: titles([source], reader.words) for source in newest.sources}
    if release is not None and release.number != newest.release.number:
        older = reader.service.snapshot(release=release.number)
        known = {source.source_id: titles([source], reader.words) for source in older.sources} | known
    return known


def _round_titles(reader: Reader) -> dict[str, str]:
    asked = reader.service.snapshot().requests
    return {each.round_id: reader.words.text(each.name) for each in asked}
