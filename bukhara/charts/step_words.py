"""Who announced a next step, and what became of it, in words."""

from bukhara.charts.act_words import acts_text
from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import translated
from bukhara.i18n.subjects import body_name
from bukhara.i18n.words import Words
from bukhara.model.codes import OWN_WORDS, Position
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.situation.on_file import later_acts
from bukhara.situation.steps import Step, is_said


def spoken_by(snapshot: Snapshot, statement: Statement, words: Words) -> str:
    """Return the institution behind a statement, else the sender of a state's letter; and that it spoke at a panel."""
    source = snapshot.source(statement.source_id)
    sender = source.body if source.source_class in OWN_WORDS else ""
    body = body_name(statement.body or statement.partner or sender, words, snapshot.framework)
    if not is_said(snapshot, statement):
        return body
    day = words.date(source.date)
    return words("{body}, at the panel of {day}, not confirmed", body=body, day=day)


def caveat(snapshot: Snapshot, statement: Statement, words: Words) -> str:
    """Return that something was said at a panel and is not confirmed, in few words; empty for anything else."""
    return label(words, Position.PANEL) if is_said(snapshot, statement) else ""


def step_parts(snapshot: Snapshot, statement: Statement, words: Words) -> list[str]:
    """Return who leads a step, which document is promised, the day of its source, and acts on file since."""
    lead, document = statement.lead, statement.promised_document
    parts = [words("Lead: {body}", body=body_name(lead, words, snapshot.framework))] if lead else []
    if document:
        parts.append(words("Document promised: {document}", document=translated(document, words) or document))
    parts.append(words("Source of {day}", day=words.date(snapshot.source(statement.source_id).date)))
    return [*parts, *filter(None, [acts_text(later_acts(snapshot, statement), words)])]


def step_text(snapshot: Snapshot, statement: Statement, words: Words) -> str:
    """Return a step with its lead, its document, the day of its source and later acts as one text."""
    parts = (translated(statement.next_step, words) or statement.next_step, *step_parts(snapshot, statement, words))
    return " ".join(part if part.endswith((".", ")")) else f"{part}." for part in parts if part)


def became(step: Step, words: Words) -> str:
    """Return what became of a step; nothing before its day. Whoever was not asked did not keep silent."""
    if step.answer and step.answered_on:
        outcome = label(words, step.answer.step_outcome or "")
        return words("{outcome}, answer of {day}", outcome=outcome, day=words.date(step.answered_on))
    if step.asked:
        return words("asked on {day}, outcome not named so far", day=words.date(step.asked))
    return words("not asked since") if step.is_over else ""
