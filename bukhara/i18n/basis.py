"""The sentence that says what statuses rest on and who has not confirmed them; it goes with every file of statuses."""

from datetime import date

from bukhara.i18n.words import Words


def basis_sentence(words: Words, answers: date | None, *, replied: bool) -> str:
    """Return the sentence; `answers` is the day of the newest answer of a state, `replied` if states have replied."""
    day = words.date(answers) if answers else ""
    if answers and replied:
        return words(
            "From the published report of July 2023 and answers of states up to {day}, with the replies of states.",
            day=day,
        )
    if answers:
        return words(
            "From the published report of July 2023 and answers of states up to {day}; the report is not confirmed by "
            "the states.",
            day=day,
        )
    if replied:
        return words("From the published report of July 2023, with the replies of states.")
    return words("From the published report of July 2023; not confirmed by the states.")
