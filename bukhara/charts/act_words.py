"""Acts on file in words: their short name, their day and where the text is."""

from bukhara.i18n.record_texts import translated
from bukhara.i18n.words import Words
from bukhara.model.codes import ActKind, ActText
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.statement import Statement
from bukhara.views.statements.since import is_act, later_acts


def act_text(report: PublicReport, words: Words) -> str:
    """Return the name of an act, its day and where its text is; empty for a report that names no act.

    The day of "Order 138: repeal" is not that of the order. Example: "Law 110-VIII of 5 July 2024, text at Adilet".
    """
    act = report.record
    if not isinstance(act, Statement) or not (act.act_name and is_act(report)):
        return ""
    name, day = act.act_name.in_(words.language), words.partial_date(act.since)
    is_of_day = act.act_kind is ActKind.LAW and act.since[8:].isdigit() and ":" not in name
    parts = [words("{act} of {day}", act=name, day=day)] if is_of_day else [name, day]
    place = (translated(report.source.body, words) or report.source.body).split(",")[0]
    if act.act_text is ActText.OFFICIAL:
        parts.append(words("text at {place}", place=place))
    elif act.act_text is ActText.REPORTED:
        parts.append(words("reported by {place}, not confirmed", place=place))
    return ", ".join(filter(None, parts))


def later_text(snapshot: Snapshot, statement: Statement, words: Words) -> str:
    """Return the acts on the theme of a statement that came after its source, each once; empty without one."""
    acts = dict.fromkeys(act_text(each, words) for each in later_acts(snapshot, statement))
    named = "; ".join(filter(None, acts))
    return words("On file since, sets no status until the state answers: {acts}", acts=named) if named else ""
