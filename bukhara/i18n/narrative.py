"""The sentences about change between two readings or rounds. Only the levels of two rounds can show progress."""

from collections.abc import Mapping

from bukhara.i18n.words import Words
from bukhara.model.messages import N_, plural


def sentence(code: str, words: Words, *, n: int = 0, by: float | None = None, values: Mapping[str, str]) -> str:
    """Return the sentence of a code.

    Args:
        code: the code of the sentence.
        words: the language of the reader.
        n: the number of themes.
        by: the difference of mean levels, which are 0 to 1.
        values: names that fill the sentence.

    Raises:
        KeyError: the code has no sentence.
    """
    if code in PLAIN:
        return words(PLAIN[code], **values)
    named = dict(values)
    if by is not None:
        named["by"] = amount(by, words, signed=code not in ("higher", "lower"))
    return words.plural(*FORMS[code], n, **named)


def amount(value: float, words: Words, *, signed: bool) -> str:
    """Return a difference of levels, or "less than 0.01"."""
    if abs(value) < 0.005:
        return words("less than 0.01")
    sign = ("+" if value > 0 else "−") if signed else ""
    return sign + words.number(abs(value))


PLAIN = {
    "first": N_("No earlier reading or round to compare with."),
    "no_pair": N_("No theme was reported both times, so that nothing can be compared."),
    "still": N_("No change on the themes reported both times."),
    "step": N_("{theme}: from “{before}” to “{after}”."),
}

FORMS: dict[str, tuple[str, str]] = {
    "different": plural("{n} theme is reported differently.", "{n} themes are reported differently."),
    "same": plural(
        "On the {n} theme answered both times the average level is unchanged.",
        "On the {n} themes answered both times the average level is unchanged.",
    ),
    "higher": plural(
        "Progress: on the {n} theme answered both times the average level is higher than before by {by}.",
        "Progress: on the {n} themes answered both times the average level is higher than before by {by}.",
    ),
    "lower": plural(
        "On the {n} theme answered both times the average level is lower than before by {by}.",
        "On the {n} themes answered both times the average level is lower than before by {by}.",
    ),
    "documents": plural(
        "Documents: {n} theme has other evidence for the same answer.",
        "Documents: {n} themes have other evidence for the same answer.",
    ),
    "documents_mean": plural(
        "Documents: {n} theme has other evidence for the same level; the average of documented evidence changes by "
        "{by}.",
        "Documents: {n} themes have other evidence for the same level; the average of documented evidence changes by "
        "{by}.",
    ),
    "corrected": plural(
        "Corrections: {n} earlier answer was corrected since publication.",
        "Corrections: {n} earlier answers were corrected since publication.",
    ),
    "corrected_mean": plural(
        "Corrections: {n} earlier answer was corrected since publication; the earlier average level changes by {by}.",
        "Corrections: {n} earlier answers were corrected since publication; the earlier average level changes by {by}.",
    ),
    "restated": plural(
        "Method: {n} theme has another result under method {new} than under method {old}, on the same answers.",
        "Method: {n} themes have another result under method {new} than under method {old}, on the same answers.",
    ),
    "restated_mean": plural(
        "Method: {new} instead of {old} changes the average level by {by} on the same answers ({n} theme has another "
        "result).",
        "Method: {new} instead of {old} changes the average level by {by} on the same answers ({n} themes have "
        "another result).",
    ),
    "newly": plural(
        "Other answers: {n} theme has an answer now and had none the last time.",
        "Other answers: {n} themes have an answer now and had none the last time.",
    ),
    "no_longer": plural(
        "Other answers: {n} theme reported before is not covered this time.",
        "Other answers: {n} themes reported before are not covered this time.",
    ),
    "otherwise": plural(
        "Other answers: {n} theme was answered on other conditions than before.",
        "Other answers: {n} themes were answered on other conditions than before.",
    ),
    "others_mean": plural(
        "Other answers: {n} theme with different answers changes the average by {by}; the theme itself did not change.",
        "Other answers: {n} themes with different answers change the average by {by}; the themes themselves did not "
        "change.",
    ),
}
