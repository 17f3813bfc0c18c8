"""Acts on file in words: their short name, their day and where the text is."""

import re
from collections.abc import Iterable

from bukhara.i18n.record_texts import translated
from bukhara.i18n.words import Words
from bukhara.model.codes import ActKind, ActText
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.situation.on_file import is_act
from bukhara.situation.situation import Situation


def act_text(report: PublicReport, words: Words, *, is_short: bool = False, is_signed: bool = False) -> str:
    """Return the name of an act, its day and where its text is, or (not `is_short`) who reports it; empty without one.

    The day is that of the law only after its number: "Law 110-VIII of 5 July 2024", "Order 138: repeal, 1 July 2023".
    What others report has no words for it where it `is_signed` with a hollow square.
    """
    act = report.record
    if not isinstance(act, Statement) or not (act.act_name and is_act(report)):
        return ""
    name, day = act.act_name.in_(words.language), " / ".join(map(words.partial_date, (act.since, *report.days)))
    dated = r"[^,:()]*\d\S*|.*, (?:text|текст)"
    if not act.since[8:].isdigit():
        parts = [name, day]
    elif act.act_kind is ActKind.LAW and re.fullmatch(dated, name):
        parts = [words("{act} of {day}", act=name, day=day)]
    else:
        parts = [words("{act}, {day}", act=name, day=day)]
    place = (translated(report.source.body, words) or report.source.body).split(",")[0]
    if act.act_text is ActText.OFFICIAL:
        parts.append(words("text: {place}", place=place))
    elif act.act_text is ActText.REPORTED and not is_signed:
        parts.append(words("not confirmed") if is_short else words("source: {place}, not confirmed", place=place))
    return ", ".join(filter(None, parts))


def acts_on_file(acts: Iterable[PublicReport], words: Words, *, is_earlier: bool = False) -> str:
    """Return the first act on file in few words and how many more there are; empty without an act."""
    first, *more = [act_text(each, words, is_short=True) for each in acts] or [""]
    named = words("{names}, {n} more", names=first, n=len(more)) if more else first
    earlier = is_earlier and words("Earlier on file: {acts}", acts=named)
    return named and (earlier or words("On file: {acts}", acts=named))


def acts_of_cell(cell: Situation, words: Words) -> str:
    """Return the first act on file of a cell and how many more there are, and whether all are of an earlier period."""
    return acts_on_file(cell.named, words, is_earlier=all(map(cell.is_earlier, cell.named)))


def acts_text(acts: Iterable[PublicReport], words: Words) -> str:
    """Return that acts are on file, each once, and that they set no status; empty without a named one."""
    named = "; ".join(filter(None, dict.fromkeys(act_text(each, words) for each in acts)))
    return words("On file: {acts}. The status stays until the state answers.", acts=named) if named else ""
