"""Slides on the conclusions, on what public sources report since then, and on what has been overtaken; sources."""

from collections.abc import Iterable

from bukhara.charts.step_words import caveat, spoken_by, step_text
from bukhara.i18n.locators import locator_text
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.model.partial_date import last_day
from bukhara.model.release import PublicReport
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.pack import fit, layout
from bukhara.pack.lists import ListLine, ListSlide, list_slides
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint, divided_subject
from bukhara.pack.tables import TextTable
from bukhara.views import conclusions, country_tiles, since
from bukhara.views.conclusions import Conclusion
from bukhara.views.since import Since
from bukhara.views.steps import is_said

_REPORTS = 3
REPORT = N_("Report of the Third International Conference, Astana, July 2023")
"""The report where it is not in the record, as in the exercise."""


def concluded(material: Material) -> tuple[Slide, ...]:
    """Return the conclusions of the conference with lead and date as far as a source names them."""
    words, found = material.words, conclusions.build(material.snapshot)
    named = sum(bool(each.steps) for each in found)
    message = (
        words.plural(
            "A lead or a date is named for {n} of {all} conclusions",
            "A lead or a date is named for {n} of {all} conclusions",
            named,
            all=words.number(len(found)),
        )
        if named
        else words("No source names a lead or a date for the {n} conclusions", n=words.number(len(found)))
    )
    rows = tuple((f"{c.number}. {material.short_name(c.item.id)}", *_lead(material, c.steps)) for c in found)
    columns = (words("Conclusion"), words("Lead"), words("Date"))
    statements = [statement for each in found for statement in each.steps]
    slide = material.slide(
        SlideKind.CONCLUSIONS,
        message,
        (TextTable(columns, rows),),
        Notes(
            (words("Where no lead, next step or date is named, the panel can name one."),), material.quotes(statements)
        ),
        about=words("The conclusions of Astana"),
        sources=(*_report_lines(material, found), *material.sources(statements)),
    )
    return (slide,)


def _lead(material: Material, steps: tuple[Statement, ...]) -> tuple[str, str]:
    """Return the state of a step and its day; of several, one that was not only said at a panel."""
    words, snapshot = material.words, material.snapshot
    step = min(steps, key=lambda each: is_said(snapshot, each), default=None)
    if step is None:
        return "", ""
    said = caveat(snapshot, step, words)
    name = material.country_name(step.country)
    return f"{name} ({said})" if said else name, words.date(step.due_date) if step.due_date else ""


def _report_lines(material: Material, found: Iterable[Conclusion]) -> tuple[str, ...]:
    """Return the report of the conference with the lines of its conclusions."""
    lines = [(each.source_id, each.line) for each in found]
    title = next((material.title(source) for source, _ in lines if source), material.words(REPORT))
    places = locator_text(" | ".join(line for _, line in lines), material.words)
    return (material.words("Source: {titles}, {places}", titles=title, places=places),)


def concluded_in_full(material: Material) -> tuple[Slide, ...]:
    """Return the conclusions of the conference with lead, next step and date as far as a source names them."""
    rows = [(each, row) for each in conclusions.build(material.snapshot) for row in _rows(material, each)]
    groups = material.division.divided(
        rows, lambda pair: fit.row_height(pair[1], layout.CONCLUSIONS), fit.HEIGHT - layout.HEADER_ROW
    )
    return divided_subject([_conclusions(material, group) for group in groups])


def _conclusions(material: Material, group: tuple[tuple[Conclusion, tuple[str, ...]], ...]) -> Slide:
    words, found = material.words, list(dict.fromkeys(each for each, _ in group))
    statements = [statement for each in found for statement in (*each.steps, *each.proposals)]
    columns = (words("Conclusion"), words("Lead and next step"), words("Date"))
    return material.slide(
        SlideKind.ALL_CONCLUSIONS,
        words("The conclusions of Astana: lead, next step, date"),
        (TextTable(columns, tuple(row for _, row in group)),),
        Notes((), (*map(material.conclusion_quote, found), *material.quotes(statements))),
        sources=(*_report_lines(material, found), *material.sources(statements)),
    )


def _rows(material: Material, each: Conclusion) -> list[tuple[str, ...]]:
    words = material.words
    title = f"{each.number}. {words.text(each.item.name)}"
    steps = [
        (
            f"{spoken_by(material.snapshot, step, words)}: {step_text(step, words, material.snapshot.framework)}",
            words.date(step.due_date) if step.due_date else words("not named"),
        )
        for step in each.steps
    ]
    return [(title, *step) for step in steps or [(words("Not named by any source."), words("not named"))]]


def since_then(material: Material) -> tuple[Slide, ...]:
    """Return on which themes public sources report since the conference; no status or count uses them."""
    found = since.build(material.snapshot, country=material.choice.country)
    order = list(material.places)
    chosen = [r for r in found.newest if r.record.country in order and _is_chosen(material, r)]
    chosen.sort(key=lambda report: order.index(report.record.country))
    if not chosen:
        return ()
    for most in (3, 2, 1):
        slide = _since(material, found, chosen, most)
        if fit.number_of_words(slide) <= fit.MOST_WORDS:
            break
    return (slide,)


def _since(material: Material, found: Since, chosen: list[PublicReport], most: int) -> Slide:
    """Return the slide with so many themes of each state, the newest first."""
    words, newest = material.words, []
    points = []
    for code, own in group_by(chosen, lambda report: report.record.country).items():
        by_item = group_by(own, lambda report: since.item_of(material.snapshot.framework, report))
        newest += [reports[0] for reports in by_item.values()][:most]
        themes = (f"{material.short_name(item)} ({since.happened(r[0]).year})" for item, r in by_item.items())
        points.append(SlidePoint(about=material.country_name(code), text=material.listed(themes, most)))
    day = words.date(found.until)
    message = words.plural(
        "{n} later report is in public sources, not confirmed",
        "{n} later reports are in public sources, not confirmed",
        len(chosen),
    )
    return material.slide(
        SlideKind.SINCE,
        message,
        (Points("", tuple(points)),),
        Notes(
            (
                words("This is from public sources up to {day}. The states have not confirmed it.", day=day),
                words("Each state is invited to confirm or to correct it."),
            ),
            tuple(map(material.report_quote, newest)),
            (words("Nothing on this slide sets a status, a level or a count."),),
        ),
        about=words("Since {year}, from public sources", year=found.after),
        sources=material.report_sources(newest),
        label=words("Not confirmed by the states"),
    )


def since_in_full(material: Material) -> tuple[Slide, ...]:
    """Return slides with the newest reports of public sources on each state."""
    words, found = material.words, since.build(material.snapshot, country=material.choice.country)
    lines: list[ListLine] = []
    for code in material.places:
        own = [r for r in found.newest if r.record.country == code and _is_chosen(material, r)]
        lines += [ListLine(_report_point(material, report), reports=(report,)) for report in _first(material, own)]
    day = words.date(found.until)
    rest = sum(report.record.country in material.places for report in found.later) - len(lines)
    more = words.plural("{n} more report is in the record.", "{n} more reports are in the record.", rest)
    about = ListSlide(
        kind=SlideKind.ALL_SINCE,
        title=words("Since {year}, from public sources", year=found.after),
        say=(),
        cautions=(more,) if rest > 0 else (),
        label=words("Not confirmed by the states. Sources up to {day}. No status and no count uses it.", day=day),
    )
    return list_slides(material, about, lines)


def _first(material: Material, reports: list[PublicReport]) -> list[PublicReport]:
    """Return the newest reports, one for each theme; those that give the day of their event come first."""
    framework = material.snapshot.framework
    by_theme: dict[str, PublicReport] = {}
    for report in sorted(reports, key=lambda each: not each.is_dated):
        by_theme.setdefault(since.item_of(framework, report), report)
    return list(by_theme.values())[:_REPORTS]


def _is_chosen(material: Material, report: PublicReport) -> bool:
    return material.has(since.item_of(material.snapshot.framework, report))


def _report_point(material: Material, report: PublicReport) -> SlidePoint:
    words, record = material.words, report.record
    assert isinstance(record, Statement), "the newest reports are statements"
    text, language = record.text_in(words.language)
    name, source = material.country_name(record.country), report.source
    cited = ", ".join(filter(None, (material.source_title(source), material.source_day(source))))
    return SlidePoint(text=text, about=name, source=cited, language=language)


def outdated(material: Material) -> tuple[Slide, ...]:
    """Return slides with reports of a reading that are out of date by a later source or by their own end date."""
    words = material.words
    lines = [*_overtaken(material), *(_ended_line(material, statement) for statement in _ended(material))]
    about = ListSlide(
        kind=SlideKind.OUTDATED,
        title=words("Please check before repeating"),
        say=(
            words("Later sources report a further step on these points, or the period that they name has ended."),
            words("Please check each of them with the state before it is repeated."),
        ),
        cautions=(words("A later public source is not a confirmation by the state."),),
    )
    return list_slides(material, about, lines)


def _overtaken(material: Material) -> list[ListLine]:
    """Return the steps under way for which a later public source reports a step with its day."""
    words, snapshot, found = material.words, material.snapshot, []
    later = [r for r in since.build(snapshot).newest if getattr(r.record, "since", "")]
    for country in material.countries:
        for line in country_tiles.build(snapshot, material.country_view(country.code)).under_way:
            here = (r for r in later if r.record.country == country.code)
            report = next((r for r in here if since.item_of(snapshot.framework, r) == line.item.id), None)
            if line.statement and report and material.has(line.item.id):
                place, title = material.reported(line.statement), material.source_title(report.source)
                source = words("{place}; later source, not confirmed: {title}", place=place, title=title)
                found.append(
                    ListLine(_dated_point(material, line.statement, source=source), (line.statement,), (report,))
                )
    return found


def _ended(material: Material) -> list[Statement]:
    """Return the statements of states, in the fixed order, that name a last day which has passed."""
    codes, snapshot = [country.code for country in material.countries], material.snapshot
    found = {(s.country, s.item): s for s in snapshot.statements if s.valid_until and s.country in codes}
    passed = [
        s
        for s in found.values()
        if last_day(s.valid_until) < snapshot.calendar_day and material.is_own(s) and material.has(s.item)
    ]
    return sorted(passed, key=lambda s: codes.index(s.country))


def _ended_line(material: Material, statement: Statement) -> ListLine:
    ended = material.words("Its period has ended: {day}.", day=material.words.partial_date(statement.valid_until))
    return ListLine(_dated_point(material, statement, more=f" {ended}"), (statement,))


def _dated_point(material: Material, statement: Statement, *, source: str = "", more: str = "") -> SlidePoint:
    text, language = statement.text_in(material.words.language)
    about = f"{material.country_name(statement.country)} · {material.item_name(statement.item)}"
    return SlidePoint(text=text + more, about=about, source=source or material.reported(statement), language=language)


def sources(material: Material, slides: Iterable[Slide]) -> tuple[Slide, ...]:
    """Return every source that slides cite, with its body, day and address."""
    words, cited = material.words, {line for slide in slides for line in slide.sources}
    snapshot = material.snapshot
    every = {s.source_id: s for s in (*snapshot.sources, *(report.source for report in snapshot.public_reports))}
    # an exercise cites the report for the conclusions, and does not have it
    found = [*(_source_point(material, source) for source in every.values()), SlidePoint(text=words(REPORT))]
    heads = {point.text: words("Source: {titles}", titles=point.text) for point in found}
    shown = [
        point
        for point in found
        if any(line == heads[point.text] or line.startswith(f"{heads[point.text]},") for line in cited)
    ]
    about = ListSlide(
        kind=SlideKind.SOURCES,
        title=words("Sources"),
        say=(words("The page Evidence shows every quote and figure with its place in the source."),),
    )
    return list_slides(material, about, [ListLine(point) for point in shown])


def _source_point(material: Material, source: Source) -> SlidePoint:
    about = (material.body(source.body), material.source_day(source), source.address)
    address = source.address if source.address.startswith(("https://", "http://")) else ""
    return SlidePoint(text=material.source_title(source), source=", ".join(filter(None, about)), address=address)
