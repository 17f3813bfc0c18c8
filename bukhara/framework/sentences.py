"""The sentences of findings about the framework, in the language of the reader."""

from bukhara.i18n.words import Words
from bukhara.model.finding import Finding
from bukhara.model.messages import N_

SENTENCES = {
    "yaml-unreadable": N_(
        "The file cannot be read from this line on. Look for a tab, a missing quotation mark, a wrong indent."
    ),
    "yaml-empty": N_("The file is empty."),
    "alias-used": N_("An alias (*) is used here. Write the value out instead."),
    "tag-used": N_("The tag {key} is not used in a framework. Remove it, or put the value in quotation marks."),
    "duplicate-key": N_("The key {key} appears twice here. Keep one of the two."),
    "missing-key": N_("The key {key} is missing here."),
    "unknown-key": N_("The key {key} is not known here. Look for a spelling mistake."),
    "wrong-type": N_("The value has another form here: expected is {expected}."),
    "empty-value": N_("The value is empty. Fill it, or remove the key if it is optional."),
    "text-not-quoted": N_("This is read as {value}, not as a text. Put it in quotation marks."),
    "not-in-list": N_("{value} is not in the list: {allowed}."),
    "out-of-range": N_("{value} is outside the allowed range; the limit is {limit}."),
    "duplicate-entry": N_("The list has a duplicate."),
    "id-invalid": N_("{value} is not a code of the expected form, for example BD-8b.1 or KAZ."),
    "line-invalid": N_("{value} is not a line reference. Write L195, or several as L155 | L195."),
    "date-invalid": N_("{value} is not a date. Write year-month-day, for example 2023-07-28."),
    "date-order": N_("The day under {last} ({value}) comes before the day under {first}."),
    "duplicate-id": N_("{key} is used a second time; it was first used in line {first}."),
    "missing-language": N_("The text in the language {key} is missing."),
    "unlisted-language": N_("The language {key} is not among the languages of this framework."),
    "unknown-pillar": N_("There is no pillar {value}. Known: {allowed}."),
    "unknown-topic": N_("There is no topic {value}. Known: {allowed}."),
    "unknown-country": N_("There is no country or region {value}. Known: {allowed}."),
    "id-not-under-item": N_("The identifier {value} does not begin with {prefix}, the identifier of its item."),
    "country-order": N_("The states are not in the order of their codes. Write them as {order}."),
    "moved-without-retired": N_(
        "The item {key} has rows to move but does not retire. Write the day under the key {name}."
    ),
    "moved-twice": N_(
        "Rows of {key} are moved twice. Name each source and locator once, or move all rows without naming any."
    ),
    "moved-nothing": N_(
        "No row of {key} in the record has the source {name} and the locator {value}. Copy both from the export."
    ),
    "item-without-milestone": N_("The item {key} has no milestone and no activity, so nothing can decide its status."),
    "milestone-without-conditions": N_("The milestone {key} has no written conditions."),
    "conditions-without-milestone": N_("{key} is neither a milestone nor an activity, so it cannot have conditions."),
    "measure-without-unit": N_("The measure {key} has no unit."),
    "direction-not-none-for-count": N_(
        "{key} counts crimes, cases or persons: its direction is none, for a rise can be better detection."
    ),
    "article-missing": N_(
        "The item {key} rests on the Declaration, but no article names it. Write {key} under the items of its article."
    ),
    "quote-not-in-article": N_(
        "The quote of {key} does not stand in article {names}. Copy it from the article, word for word."
    ),
    "article-not-in-text": N_(
        "Article {names} does not stand in the text of the Declaration in these words. Copy it from there again."
    ),
    "quote-length": N_("The quote has {words} words; a quote has 5 to 30."),
    "quote-without-line": N_("The quote of {key} has no line reference."),
    "threshold-order": N_("{low} must be below {high}."),
}


# The types of a value in plain words instead of their JSON names.
FORMS = {
    "string": N_("a text"),
    "object": N_("a group of keys"),
    "array": N_("a list"),
    "number": N_("a number"),
    "integer": N_("a whole number"),
    "boolean": N_("true or false"),
}


def sentence(finding: Finding, words: Words) -> str:
    """Return the sentence of a finding in the language of `words`, or its code if it has no sentence."""
    message = SENTENCES.get(finding.code)
    if message is None:
        return finding.code
    values = {"value": finding.value, **finding.values}
    form = FORMS.get(values.get("expected", ""))
    if form is not None:
        values["expected"] = words(form)
    return words(message, **values)
