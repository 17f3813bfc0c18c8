"""The dates of a status in words: since when and until when, as printed, and whether the period has ended."""

from bukhara.i18n.words import Words
from bukhara.situation.situation import Situation


def dates_text(cell: Situation, words: Words) -> str:
    """Return the whole dates of a status: "2022–2025, period ended", "until the end of 2023", "date not given".

    What is expired has its end, a status of neither reading nor round the day of the request. The word for what was
    last reported has its month.
    """
    if cell.last_reported:
        return ""
    if cell.ended:
        return words.partial_date(cell.valid_until)
    if cell.since or cell.valid_until:
        dates = words.span(cell.since, cell.valid_until)
        return words("{dates}, period ended", dates=dates) if cell.period_ended else dates
    days = [words("request of {day}", day=words.date(cell.overdue))] if cell.overdue else []
    if cell.asked_on and cell.answer_due:
        asked, due = words.date(cell.asked_on), words.date(cell.answer_due)
        days.append(words("request of {day}, answer due {due}", day=asked, due=due))
    return "; ".join(days) or (words("date not given") if cell.is_in_place else "")


def years_text(cell: Situation, words: Words) -> str:
    """Return the years of a status for a narrow cell: "2017", "≤2018", "2022–2025", "…–2026", "reported to 2023".

    What goes on since a year is "2021–".
    """
    until = cell.valid_until[:4]
    if cell.ended or cell.period_ended:
        return until if cell.ended else words("reported to {year}", year=until)
    since = f"≤{cell.since[1:5]}" if cell.since.startswith("/") else cell.since[:4]
    if until and since:
        return since if since == until else f"{since}–{until}"
    if since and cell.is_reported and not cell.is_in_place:
        return f"{since}–"
    return f"…–{until}" if until else since
