"""The brief of one state on one A4 page: its themes, challenges, next steps, needs, and what neighbours can share."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from bukhara.charts.cell_words import cell_text
from bukhara.charts.count_words import themes_text
from bukhara.charts.day_words import dated_release, ends_judged
from bukhara.charts.status_dates import dates_text
from bukhara.exports.typst_file import compile_page
from bukhara.i18n.basis import basis_sentence, disclaimer
from bukhara.i18n.locators import locator_text
from bukhara.i18n.record_texts import marked, plain_title, titles
from bukhara.i18n.words import Words
from bukhara.model.codes import Status
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.pack.order import warning
from bukhara.progress.status import ItemStatus
from bukhara.views import basis
from bukhara.views.country import CountryTheme, CountryView
from bukhara.views.marks import mark


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """One line in words: its mark, name, status and date, the statement and its place."""

    mark: str
    name: str
    status: str
    text: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Entries under a heading; `empty` is shown if there is no entry."""

    heading: str
    entries: tuple[BriefEntry, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The page in one language; `basis` is what its statuses rest on. `themes` has a section for each pillar."""

    language: str
    title: str
    day: str
    basis: str
    warning: str
    counts: str
    themes: tuple[BriefSection, ...]
    others: tuple[BriefSection, ...]
    foot: tuple[str, ...]


def brief(snapshot: Snapshot, view: CountryView, words: Words) -> Brief:
    """Return the brief of the state of `view`, which was made from the same snapshot."""
    code = view.country.code
    rests_on, dated = (
        basis.build(snapshot, code),
        (dated_release(snapshot, words, code), ends_judged(snapshot, words, [code])),
    )
    none = words("None in the sources of this day.")
    lines = [line.statement for block in view.blocks for line in block.lines if line.statement]
    shown = (*lines, *view.challenges, *view.needs, *view.steps)
    cited = [snapshot.source(name) for name in sorted({statement.source_id for statement in shown})]
    return Brief(
        language=words.language,
        title=words.text(view.country.name),
        day=" ".join(filter(None, dated)),
        basis=basis_sentence(rests_on, words),
        warning=warning(snapshot, words),
        counts=themes_text(view.counts, words),
        themes=tuple(
            BriefSection(words.text(block.pillar.name), tuple(_theme(line, snapshot, words) for line in block.lines))
            for block in view.blocks
        ),
        others=(
            BriefSection(
                words("Challenges named by the state"), _points(view.challenges, "challenge", snapshot, words), none
            ),
            BriefSection(words("Own next steps"), _steps(view.steps, snapshot, words), none),
            BriefSection(words("Needs named"), _points(view.needs, "", snapshot, words), none),
            BriefSection(
                words("What the neighbours can share on each open theme"), _offers(snapshot, view, words), none
            ),
        ),
        foot=(words("Source: {titles}.", titles=titles(cited, words)), disclaimer(rests_on, words)),
    )


def brief_pdf(page: Brief) -> bytes:
    """Return the brief as a PDF of one page."""
    return compile_page("brief.typ", asdict(page), fonts="typst")


def _theme(line: CountryTheme, snapshot: Snapshot, words: Words) -> BriefEntry:
    statement = line.statement
    text = statement.text_in(words.language)[0] if statement else ""
    place = _place(statement, snapshot, words) if statement else ""
    return BriefEntry(mark(line.status), words.text(line.item.name), _status(line.status, words), text, place)


def _status(status: ItemStatus, words: Words) -> str:
    is_dated = status.ended or (status.status is Status.IN_PLACE and (status.since or status.valid_until))
    return ", ".join(filter(None, (cell_text(status, words), dates_text(status, words) if is_dated else "")))


def _points(statements: Iterable[Statement], kind: str, snapshot: Snapshot, words: Words) -> tuple[BriefEntry, ...]:
    return tuple(
        BriefEntry(kind, "", "", each.text_in(words.language)[0], _place(each, snapshot, words)) for each in statements
    )


def _place(statement: Statement, snapshot: Snapshot, words: Words) -> str:
    """Return the place of a statement; of a letter, which has no places, its title."""
    place = locator_text(statement.source_locator, words)
    return place or plain_title(snapshot.source(statement.source_id), words)


def _steps(statements: Iterable[Statement], snapshot: Snapshot, words: Words) -> tuple[BriefEntry, ...]:
    return tuple(
        BriefEntry(
            "",
            "",
            words.date(s.due_date) if s.due_date else "",
            marked(s.next_step, words),
            _place(s, snapshot, words),
        )
        for s in statements
    )


def _offers(snapshot: Snapshot, view: CountryView, words: Words) -> tuple[BriefEntry, ...]:
    def there(states: tuple[ItemStatus, ...]) -> str:
        return ", ".join(words.text(snapshot.framework.country(each.country).short) for each in states)

    return tuple(
        BriefEntry("in_place", words.text(offer.item.name), "", there(offer.there))
        for offer in view.offers
        if offer.there
    )
