"""What readers would see otherwise, or see otherwise in another release, as lines. States are not compared."""

from collections.abc import Callable, Iterator

from bukhara.charts import cell_words
from bukhara.charts.count_words import somewhere_text, status_parts
from bukhara.charts.status_dates import dates_text
from bukhara.exports.change_table import ChangeLine, row_about
from bukhara.i18n.changes import sort_text
from bukhara.i18n.codes import label
from bukhara.i18n.revisions import edition_text, new_text, old_text
from bukhara.i18n.source_differences import difference_sentence, subject_text
from bukhara.i18n.subjects import place
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.revision import EditionRevisions
from bukhara.situation.moves import Move
from bukhara.situation.situation import Situation
from bukhara.views.releases.effect import Effect
from bukhara.views.releases.release_changes import FrameworkChange, ReleaseChanges, Remark

RemarkText = Callable[[Remark], str]
NOTHING = N_("No status, no count and no difference between sources changes.")


def seen_rows(effect: Effect, framework: Framework, words: Words) -> tuple[ChangeLine, ...]:
    """Return a row for the first page, the statuses, counts and days of states, differences, and what is withheld."""
    return (*_headline(effect, words), *_statuses(effect, framework, words), *_others(effect, framework, words))


def moved_rows(moved: tuple[Move, ...], framework: Framework, words: Words) -> tuple[ChangeLine, ...]:
    """Return a row for each cell of the table of statuses that differs."""
    items = {item.id: item for item in framework.items}
    return tuple(
        ChangeLine(
            f"{place(each.country, words, framework)}, "
            f"{words.text(items[each.item].name) if each.item in items else each.item}",
            cell_text(each.before, words),
            cell_text(each.after, words),
            marks=(each.before.mark, each.after.mark),
        )
        for each in moved
    )


def compared_lines(
    found: ReleaseChanges, framework: Framework, words: Words, remark_text: RemarkText
) -> tuple[ChangeLine, ...]:
    """Return a line for each difference between two releases that is no row: framework, statuses, remarks."""
    return (
        *(_framework(each, words) for each in found.framework),
        *moved_rows(found.moved, framework, words),
        *(ChangeLine(remark_text(each.remark), "", sort_text(each.sort.value, words)) for each in found.remarks),
    )


def edition_lines(edition: EditionRevisions, framework: Framework, words: Words) -> Iterator[ChangeLine]:
    """Yield how many cells an edition of a data set changed, then each of them; of the first edition no cell."""
    yield ChangeLine(edition_text(edition, words))
    for each in edition.revisions if edition.older else ():
        yield ChangeLine(row_about(each.figure, framework, words), old_text(each, words), new_text(each, words))


def _framework(change: FrameworkChange, words: Words) -> ChangeLine:
    """Return the line for a version, parameter or item that differs, by its name in indicators.yaml."""
    about = words("Framework, {name}", name=change.name.removeprefix("method.").removeprefix("item."))
    if change.name.startswith("item.") and change.before == change.after:
        return ChangeLine(about, "", words("worded otherwise"))
    return ChangeLine(about, change.before, change.after)


def cell_text(status: Situation, words: Words) -> str:
    """Return a cell of the table of statuses in words, with its dates, its level, and who said it."""
    level = words("level {s}", s=words.number(status.level)) if status.level is not None else ""
    position = label(words, status.position) if status.position else ""
    outside = cell_words.outside_text(status, words)
    said = cell_words.cell_text(status, words)
    parts = ", ".join(filter(None, (said, dates_text(status, words), level, position)))
    return ". ".join(filter(None, (parts, outside)))


def _headline(effect: Effect, words: Words) -> Iterator[ChangeLine]:
    if effect.headline:
        days = [words.date(each.day) if each.day else words("as last reported") for each in effect.headline]
        said = [somewhere_text(each.somewhere, each.themes, words) for each in effect.headline]
        before, after = (f"{text} ({day})" for text, day in zip(said, days, strict=True))
        yield ChangeLine(words("First page"), before, after)


def _statuses(effect: Effect, framework: Framework, words: Words) -> Iterator[ChangeLine]:
    yield from moved_rows(effect.moved, framework, words)
    for counted in effect.counts:
        about = words("{state}: themes", state=place(counted.country, words, framework))
        before, after = (", ".join(status_parts(counts, words)) for counts in (counted.before, counted.after))
        yield ChangeLine(about, before, after)
    for day in effect.days:
        about = words("{state}: day of the statuses", state=place(day.country, words, framework))
        yield ChangeLine(about, words.date(day.before), words.date(day.after))


def _others(effect: Effect, framework: Framework, words: Words) -> Iterator[ChangeLine]:
    for each in effect.differences:
        yield ChangeLine(_subject(each, framework, words), "", difference_sentence(each, framework, words))
    for each in effect.settled:
        yield ChangeLine(_subject(each, framework, words), difference_sentence(each, framework, words), "")
    rule = words("Disclosure rule")
    if n := len(effect.withheld):
        yield ChangeLine(rule, "", words.plural("{n} figure is withheld", "{n} figures are withheld", n))
    if n := len(effect.disclosed):
        yield ChangeLine(rule, words.plural("{n} figure is withheld", "{n} figures are withheld", n), "")


def _subject(difference: Difference, framework: Framework, words: Words) -> str:
    state, measure = place(difference.country, words, framework), subject_text(difference, framework, words)
    return words("Sources differ: {state}, {measure}", state=state, measure=measure)
