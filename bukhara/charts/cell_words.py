"""The cell of a state and a theme in words: its status and dates, its sources, and why it is contested."""

from collections.abc import Sequence

from bukhara.charts.status_dates import dates_text, years_text
from bukhara.i18n import codes, record_texts
from bukhara.i18n.words import Words
from bukhara.model.codes import Position, Scope
from bukhara.model.framework import Framework
from bukhara.model.marks import in_key_order
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.situation.situation import Situation
from bukhara.situation.statements import is_beside


def cell_text(cell: Situation, words: Words) -> str:
    """Return the status of a cell in words; a conclusion is "proposed", an annual item that is over has its month."""
    if cell.concluded:
        return words("conclusion of the conference: proposed")
    if cell.scope is Scope.COUNTRY and not cell.applies and not cell.position:
        return words("asked of the states in rounds only")
    if cell.last_reported:
        month = (cell.since or str(cell.source_date or ""))[:7]
        return words("last reported {month}", month=words.partial_date(month))
    return codes.label(words, cell.mark)


def cell_dates(cell: Situation, words: Words) -> str:
    """Return the dates of a status, and whether it is from before the Declaration."""
    before = words("before the Declaration") if cell.before_bukhara else ""
    return " · ".join(filter(None, (dates_text(cell, words), before)))


def dated_text(cell: Situation, words: Words) -> str:
    """Return the status of a cell in words with its dates: "in place · 2021–2023, period ended"."""
    return " · ".join(filter(None, (cell_text(cell, words), cell_dates(cell, words))))


def outside_text(cell: Situation, words: Words) -> str:
    """Return where an answer to a theme of rounds is before a round is shown; empty for every other cell."""
    if cell.applies or not cell.position:
        return ""
    return words("In no table and no count: this theme is counted in finished rounds only.")


def cell_title(snapshot: Snapshot, cell: Situation, words: Words) -> str:
    """Return what is said of a cell when it is pointed at: state, status, dates, level of a round, and the sources."""
    name = words.text(snapshot.framework.country(cell.country).short)
    end = words("no end stated") if cell.is_in_place and not cell.valid_until else ""
    parts = [cell_text(cell, words), cell_dates(cell, words), end, level_text(cell, words)]
    cited = {s.source_id: None for each in cell.indicators for s in each.behind if s.source_id}
    if cited:
        titles = "; ".join(record_texts.plain_title(snapshot.source(each), words) for each in cited)
        parts.append(words("Source: {titles}.", titles=titles))
    return f"{name}: {', '.join(filter(None, parts))}"


def level_text(cell: Situation, words: Words) -> str:
    """Return the level of a status in a round and the one that documents show; empty in a reading."""
    if cell.level is None or cell.level_capped is None:
        return ""
    return words(
        "level {s} (documented evidence: {capped})", s=words.number(cell.level), capped=words.number(cell.level_capped)
    )


def codings_text(kept: str, other: str, words: Words) -> str:
    """Return how two coders read a milestone, by the mark that is kept and the other one."""
    kept, other = codes.label(words, kept), codes.label(words, other)
    return words("Coded twice: “{kept}”, which is kept, and “{other}”.", kept=kept, other=other)


def contest_text(cell: Situation, words: Words) -> str:
    """Return in words why a cell is contested; empty if it is not."""
    return "; ".join(codes.label(words, why) for why in cell.contests)


def sign_texts(cell: Situation, words: Words) -> tuple[str, str]:
    """Return what the signs of a cell say: that it is contested, and what its state replied."""
    why, reply = contest_text(cell, words), cell.reply not in (None, Position.DISAGREES) and cell.reply
    contested = words("Contested: {why}", why=why) if why else ""
    return contested, codes.label(words, reply) if reply else ""


def seen_texts(cell: Situation, words: Words, before: str) -> tuple[str, str, str]:
    """Return what a cell of the matrix shows: its short word, its years, and the short word of the mark `before`."""
    years = years_text(cell, words)
    was = words("was: {status}", status=codes.short_label(words, before)) if before else ""
    return codes.short_label(words, cell.mark), years + ("*" if years and cell.before_bukhara else ""), was


def theme_of(snapshot: Snapshot, statement: Statement, words: Words) -> str:
    """Return the theme of a statement, and whether it is about something else."""
    name = words.text(snapshot.framework.item(statement.item).name)
    return words("{theme} (about something else)", theme=name) if is_beside(snapshot, statement) else name


def states_by_mark(framework: Framework, cells: Sequence[Situation], words: Words) -> str:
    """Return the states of cells under the word for each mark: "in place: Tajikistan; under way: Uzbekistan"."""
    found = {kind: [cell for cell in cells if cell.mark == kind] for kind in in_key_order(cell.mark for cell in cells)}
    named = {kind: (_with_end(framework, cell, words) for cell in own) for kind, own in found.items()}
    return "; ".join(f"{codes.label(words, kind)}: {', '.join(names)}" for kind, names in named.items())


def _with_end(framework: Framework, cell: Situation, words: Words) -> str:
    """Return the state of a cell; "Kazakhstan (2021–2023, period ended)" where the reported period is over."""
    name = words.text(framework.country(cell.country).short)
    return f"{name} ({dates_text(cell, words)})" if cell.period_ended else name
