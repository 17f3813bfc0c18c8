"""What everybody may read of a release, in words: which answers and figures it changed, and why.

The note of its author is internal: it is written for colleagues and can name accounts and letters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bukhara.i18n.record_texts import titles
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.model.release import Release, RevertScope, with_blocks
from bukhara.model.round import Decision, Reply, Request
from bukhara.service.core import Core
from bukhara.service.operation.seed import SHIPPED

DELIVERED = N_("as delivered with the program")
WITHDRAWN = N_("A figure or statement is not shown any more, in any release")
SENTENCES = {
    "tracker": N_("Answers: {country}; source: {source}"),
    "statistics": N_("Figures: {country}; source: {source}"),
    "partners": N_("Support by partners: {country}; source: {source}"),
    "source": N_("Source: {source}"),
    "request": N_("Request ({country}): {source}"),
    "reply": N_("Reply: {country}"),
    "decision": N_("Decision on a difference or an objection: {country}"),
}
REMARKS = ("request", "reply", "decision")
WHY = {
    "tracker": N_("new or corrected answers"),
    "statistics": N_("new or revised figures"),
    "partners": N_("new or revised support by partners"),
    "request": N_("answers were requested"),
    "reply": N_("replies of states"),
    "decision": N_("decisions on differences and objections"),
}


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


@dataclass(frozen=True, slots=True)
class PublicRelease:
    """One release as everybody may read it: its number and moment, what changed, and why."""

    release: Release
    what: tuple[str, ...]
    why: str

    @property
    def note(self) -> str:
        """Why and what changed, as one line."""
        return ": ".join(filter(None, (self.why, "; ".join(self.what))))


def names_of_blocks(service: Core, words: Words, release: Release | None = None) -> BlockNames:
    """Return the names for the blocks of `release` and of the newest one."""
    framework, newest = service.framework(), service.snapshot()
    countries = {each.code: words.text(each.short) for each in (*framework.countries, *framework.regions)}
    rounds = {each.round_id: words.text(each.title) for each in newest.requests}
    known = {source.source_id: titles([source], words) for source in newest.sources}
    if release is not None and release.number != newest.release.number:
        older = service.snapshot(release=release.number)
        known = {source.source_id: titles([source], words) for source in older.sources} | known
    return BlockNames(words, countries, known, rounds)


def releases_about(releases: Iterable[Release], country: str) -> tuple[Release, ...]:
    """Return the releases that changed something about a state, each with only what it changed there."""
    return with_blocks(releases, lambda block: block.split("/", 2)[1] == country)


def public_releases(service: Core, words: Words, releases: Sequence[Release]) -> tuple[PublicRelease, ...]:
    """Return releases as everybody may read them, in the given order."""
    names, found = names_of_blocks(service, words), []
    for release in releases:
        cited = {block.split("/", 2)[2] for block in release.blocks}
        is_known = cited <= {*names.sources, *names.rounds, ""}
        # an edition that a newer one has replaced is named as its own release knows it
        own = names if is_known else names_of_blocks(service, words, release)
        what = _what(release, own, public_reports=service.settings.public_reports)
        found.append(PublicRelease(release, what, _why(release, words)))
    return tuple(found)


def _what(release: Release, names: BlockNames, *, public_reports: bool) -> tuple[str, ...]:
    """Return a line for each kind of rows and source, with the states that it is about, in fixed order.

    Public reports since the conference are one line, and none where the setting leaves them out everywhere.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for block in release.blocks:
        kind, country, source = block.split("/", 2)
        found.setdefault((kind, source), []).append(country)
    rows = {source for kind, source in found if kind != "source"}
    gone = [names.words(WITHDRAWN)] if release.withdraws else []
    order, named = list(names.countries), {*names.sources, *names.rounds, ""}
    lines = [
        names.text("/".join((kind, ", ".join(names.countries[code] for code in order if code in countries), source)))
        for (kind, source), countries in found.items()
        if kind in REMARKS or (source in named and (kind != "source" or source not in rows))
    ]
    others = len({source for kind, source in found if kind not in REMARKS} - named)
    if others and public_reports:
        plural = names.words.plural
        lines.append(
            plural(
                "Reports of {n} public source, not confirmed", "Reports of {n} public sources, not confirmed", others
            )
        )
    return (*gone, *lines)


def revert_text(release: Release, words: Words) -> str:
    """Return which release was taken back, or to which one a release returns."""
    if release.revert_scope is RevertScope.ONLY:
        return words("takes back release {release}", release=release.reverts)
    return words("returns to release {release}", release=release.reverts)


def _why(release: Release, words: Words) -> str:
    """Return the reason that the content of a release tells; that of a withdrawal was written for everybody."""
    if release.withdraws:
        return release.note
    if release.reverts:
        return revert_text(release, words)
    if release.note == SHIPPED:
        return words(DELIVERED)
    kinds = dict.fromkeys(block.split("/", 1)[0] for block in release.blocks)
    reasons = [words(WHY[kind]) for kind in kinds if kind in WHY]
    return ", ".join(reasons) or words("framework or method")
