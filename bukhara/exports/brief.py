"""The brief of one state on one A4 page: what is in place, what is open, contested and next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from bukhara.charts.act_words import act_text, acts_of_cell
from bukhara.charts.cell_words import cell_text, codings_text
from bukhara.charts.count_words import state_texts
from bukhara.charts.day_words import dated_release, ends_judged
from bukhara.charts.status_dates import dates_text
from bukhara.charts.step_words import step_text
from bukhara.charts.timeline_words import when
from bukhara.exports.brief_figures import BriefFigures, brief_figures
from bukhara.exports.brief_lines import BriefEntry, BriefSection, section
from bukhara.exports.packs.qr import qr_code
from bukhara.exports.typst_file import compile_page
from bukhara.i18n.basis import basis_sentence, disclaimer
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.locators import locator_text
from bukhara.i18n.record_texts import plain_title, titles
from bukhara.i18n.source_differences import difference_sentence, objection_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference
from bukhara.model.groups import group_by
from bukhara.model.marks import in_key_order
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.pack.order import warning
from bukhara.situation import basis, on_file
from bukhara.situation.situation import Situation
from bukhara.views.countries.country import CountryTheme, CountryView
from bukhara.views.statements.timeline import Event


@dataclass(frozen=True, slots=True)
class Brief:
    """The page in one language, of the day `as_of`. `strip` has the themes of each pillar."""

    language: str
    as_of: date
    title: str
    day: str
    declaration: str
    basis: str
    warning: str
    counts: str
    strip: tuple[BriefSection, ...]
    in_place: BriefSection
    open: BriefSection
    figures: BriefFigures
    contested: BriefSection
    since: BriefSection
    steps: BriefSection
    foot: tuple[str, ...]
    address: str

    @property
    def sections(self) -> tuple[BriefSection, ...]:
        """Every section with statements of the record."""
        return (self.in_place, self.open, self.contested, self.since, self.steps)


def brief(snapshot: Snapshot, view: CountryView, words: Words, *, address: str = "", contacts: str = "") -> Brief:
    """Return the brief of the state of `view`, which was made from the same snapshot.

    Args:
        snapshot: the record.
        view: the state.
        words: the language.
        address: where the page of the state is found; the brief prints it and its QR code.
        contacts: whom to write to about it.
    """
    code = view.country.code
    rests_on, lines = basis.build(snapshot, code), view.lines
    in_place = [line for line in lines if line.status.is_reported]
    later, acts = on_file.build(snapshot, country=code), [act for line in lines for act in line.status.acts]
    figures, observations = brief_figures(snapshot, view.country, words)
    spoken = [*(line.statement for line in lines if line.statement), *view.steps]
    counted = [*observations, *(figure for each in view.differences for figure in each.observations)]
    cited = sorted({each.source_id for each in spoken} | {figure.source_id for figure in counted})
    is_going_on = any(not line.status.is_in_place for line in in_place)
    heading = words("In place, or reported as an activity") if is_going_on else words("In place")
    coverage = view.level.coverage if view.level else None
    page = Brief(
        language=words.language,
        as_of=snapshot.as_of,
        title=words.text(view.country.name),
        day=dated_release(snapshot, words, code),
        declaration=words.text(snapshot.framework.instrument.title),
        basis=" ".join(filter(None, (basis_sentence(rests_on, words), ends_judged(snapshot, words, [code])))),
        warning=warning(snapshot, words),
        counts=" ".join(state_texts([each.status for each in lines], view.counts, coverage, words)),
        strip=tuple(
            BriefSection(words.text(block.pillar.name), tuple(_tile(line, words) for line in block.lines))
            for block in view.blocks
        ),
        in_place=section(heading, _themes(in_place, snapshot, words), words),
        open=section(words("Open"), _themes(view.open, snapshot, words), words),
        figures=figures,
        contested=section(words("Contested"), _contested(view, snapshot, words), words),
        since=section(
            words("Since {year}, from public sources", year=later.after),
            tuple(_report(report, snapshot, words) for report in on_file.weightiest(later.later) if report not in acts),
            words,
            label=words("Acts are beside their themes. Nothing here sets a status or a count until the state answers."),
        ),
        steps=section(words("Own next steps"), tuple(_step(each, snapshot, words) for each in view.steps), words),
        foot=(disclaimer(rests_on, words), *([f"{words('Secretariat:')} {contacts}"] if contacts else [])),
        address=address,
    )
    return _with_sources(page, tuple(map(snapshot.source, cited)), words)


def _with_sources(page: Brief, cited: Sequence[Source], words: Words) -> Brief:
    """Return the page with its sources; lines of one without places in it have its number in place of its title."""
    places = Counter(entry.place for each in page.sections for entry in each.entries)
    repeated = [title for title in dict.fromkeys(plain_title(each, words) for each in cited) if places[title] > 1]
    numbers = {title: f"[{n}]" for n, title in enumerate(repeated, start=1)}

    def numbered(each: BriefSection) -> BriefSection:
        return replace(each, entries=tuple(replace(e, place=numbers.get(e.place, e.place)) for e in each.entries))

    source = words("Source: {titles}.", titles=titles(cited, words, numbers))
    return replace(
        page,
        in_place=numbered(page.in_place),
        open=numbered(page.open),
        steps=numbered(page.steps),
        foot=(source, *page.foot),
    )


def brief_pdf(page: Brief) -> bytes:
    """Return the brief as a PDF of one page."""
    qr = qr_code(page.address, "svg").decode() if page.address else ""
    return compile_page("brief.typ", asdict(page) | {"as_of": page.as_of.isoformat(), "qr": qr})


def _tile(line: CountryTheme, words: Words) -> BriefEntry:
    kind = line.status.mark
    return BriefEntry(kind, words.text(line.item.short), short_label(words, kind))


def _themes(lines: Sequence[CountryTheme], snapshot: Snapshot, words: Words) -> tuple[BriefEntry, ...]:
    """Return a line for each theme in the order of the key; those of a mark without a statement are in one line."""
    found = []
    by_mark = group_by(lines, lambda line: line.status.mark)
    for kind in in_key_order(by_mark):
        spoken = [line for line in by_mark[kind] if line.statement or line.status.ended or line.status.acts]
        rest = [words.text(line.item.short) for line in by_mark[kind] if line not in spoken]
        found += [_theme(line, snapshot, words) for line in spoken]
        found += [BriefEntry(kind, ", ".join(rest), label(words, kind))] if rest else []
    return tuple(found)


def _theme(line: CountryTheme, snapshot: Snapshot, words: Words) -> BriefEntry:
    statement = line.statement
    text = statement.text_in(words.language)[0] if statement else ""
    place = _place(statement, snapshot, words) if statement else ""
    status, acts = _status(line.status, words), len(line.status.named)
    number = words("Acts on file: {n}.", n=words.number(acts)) if acts else ""
    named = acts_of_cell(line.status, words)
    return BriefEntry(line.status.mark, words.text(line.item.short), status, text, place, named, number)


def _status(status: Situation, words: Words) -> str:
    is_dated = status.ended or (status.is_in_place and (status.since or status.valid_until))
    return ", ".join(filter(None, (cell_text(status, words), dates_text(status, words) if is_dated else "")))


def _contested(view: CountryView, snapshot: Snapshot, words: Words) -> tuple[BriefEntry, ...]:
    """Return the objections of the state, the differences between sources, and what two coders read differently."""
    framework = snapshot.framework
    objected = (
        BriefEntry(line.status.mark, words.text(line.item.short), text=words("The state disagrees with the status."))
        for line in view.objected
    )
    figures = (BriefEntry("", "", text=objection_text(each, words, framework)) for each in view.figures)
    differing = (
        BriefEntry("", "", text=difference_sentence(each, framework, words), place=_places(each, words))
        for each in view.differences
    )
    coded = (
        BriefEntry(
            each.kept,
            words.text(framework.item(each.indicator.item).short),
            text=codings_text(each.kept, each.other, words),
        )
        for each in view.codings
    )
    return (*objected, *figures, *differing, *coded)


def _places(difference: Difference, words: Words) -> str:
    """Return the places of the figures; a cell of UNODC's data set has a name as long as a line."""
    figures = (figure for figure in difference.observations if not figure.is_international)
    return locator_text(" | ".join(figure.source_locator for figure in figures), words)


def _report(report: PublicReport, snapshot: Snapshot, words: Words) -> BriefEntry:
    record = report.record
    assert isinstance(record, Statement), "the weightiest reports are statements"
    title, day = plain_title(report.source, words), record.since or report.source.date.isoformat()
    if act := act_text(report, words):
        return BriefEntry("", words.text(snapshot.framework.item(record.item).short), text=act, place=title)
    event = Event(snapshot.framework.item(record.item), record.item, None, day, record.valid_until, report)
    return BriefEntry("", when(event, words), text=record.text_in(words.language)[0], place=title)


def _step(statement: Statement, snapshot: Snapshot, words: Words) -> BriefEntry:
    due = words.date(statement.due_date) if statement.due_date else words("no date given")
    name = words.text(snapshot.framework.item(statement.item).short)
    return BriefEntry("", name, due, step_text(snapshot, statement, words), _place(statement, snapshot, words))


def _place(statement: Statement, snapshot: Snapshot, words: Words) -> str:
    """Return the place of a statement; of a letter, which has no places, its title."""
    place = locator_text(statement.source_locator, words)
    return place or plain_title(snapshot.source(statement.source_id), words)
