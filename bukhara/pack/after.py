"""Slides on the conclusions, on what public sources report since then, and on what has been overtaken; sources."""

from collections.abc import Iterable

from bukhara.charts.act_words import act_text, first_few
from bukhara.charts.step_words import caveat
from bukhara.i18n.locators import locator_text
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.pack.material import Material
from bukhara.pack.slides import Notes, Points, Slide, SlideKind, SlidePoint
from bukhara.pack.tables import TextTable
from bukhara.situation import on_file
from bukhara.situation.on_file import OnFile
from bukhara.situation.steps import is_said
from bukhara.views.themes import conclusions
from bukhara.views.themes.conclusions import Conclusion

REPORT = N_("Report of the Third International Conference, Astana, July 2023")
"""The report where it is not in the record, as in the exercise."""
_OF_ONE = 3
"""So many reports are named where the slides are about one state: all of its letters are for them."""


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
        else words("The panel can name a lead and a date for the {n} conclusions", n=words.number(len(found)))
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


def since_then(material: Material) -> tuple[Slide, ...]:
    """Return on which themes public sources report since the conference; no status or count uses them."""
    found = on_file.build(material.snapshot, country=material.choice.country)
    order, framework = list(material.places), material.snapshot.framework
    own = (each for each in found.later if each.record.country in order)
    chosen = on_file.weightiest(each for each in own if material.has(on_file.item_of(framework, each)))
    chosen.sort(key=lambda report: order.index(report.record.country))
    return (_since(material, found, chosen),) if chosen else ()


def _named(material: Material, report: PublicReport, *, in_full: bool) -> str:
    theme = material.short_name(on_file.item_of(material.snapshot.framework, report))
    said = act_text(report, material.words) if in_full or on_file.is_official(report) else ""
    return said or f"{theme} ({on_file.happened(report).year})"


def _since(material: Material, found: OnFile, chosen: list[PublicReport]) -> Slide:
    """Return the slide with the first reports of each state and of the region, acts first."""
    words, cited, points = material.words, [], []
    most = 1 if len(material.places) > 1 else _OF_ONE
    for code, own in group_by(chosen, lambda report: report.record.country).items():
        named = [_named(material, report, in_full=most > 1) for report in own]
        cited += own[:most]
        points.append(SlidePoint(about=material.country_name(code), text=first_few(named, most, words)))
    day = words.date(found.until)
    message = words.plural(
        "{n} later report is in public sources",
        "{n} later reports are in public sources",
        len(chosen),
    )
    return material.slide(
        SlideKind.SINCE,
        message,
        (Points(tuple(points)),),
        Notes(
            (
                words("This is from public sources up to {day}.", day=day),
                words("Each state is invited to confirm or to correct it."),
            ),
            tuple(map(material.report_quote, cited)),
            (words("Nothing on this slide sets a status, a level or a count."),),
        ),
        about=words("Since {year}, from public sources", year=found.after),
        sources=material.report_sources(cited),
        label=words("They set no status."),
    )
