"""The findings of a workbook: codes, severities, and sentences with the problem, the expected value, the next step."""

import re
import unicodedata
from collections.abc import Mapping

from bukhara.i18n.changes import differing_text, field_text
from bukhara.i18n.words import Words
from bukhara.model.codes import Severity
from bukhara.model.columns import Role, names
from bukhara.model.finding import Finding
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.wing import merged
from bukhara.workbook.columns import LABEL_OF
from bukhara.workbook.error_messages import ERRORS
from bukhara.workbook.labels import LABELLED, label_of
from bukhara.workbook.refusals import REFUSALS
from bukhara.workbook.warning_messages import WARNINGS

_SHOWN = N_("The cell shows “{shown}”, but its value is {value}, which was read. Please check its format.")
_NOTHING_SHOWN = N_("The cell shows nothing, but its value is {value}, which was read. Please check its format.")
"""The sentences of `shown-differs` where it is known what the cell shows."""
_LIKELY = N_(
    "The institution “{value}” is not in the list. If “{likely}” is meant, please write that name; if not, ask the "
    "secretariat to add it."
)
"""The sentence of `unknown-body` where a listed institution of the state is called so for short."""
_SEVERITIES = {Severity.ERROR: N_("To correct"), Severity.WARNING: N_("To check")}
MESSAGES: dict[str, str] = REFUSALS | ERRORS | merged("findings") | WARNINGS
# columns of names, codes and numbers, in which characters that cannot be distinguished are named
_PROSE = {name for record in (Statement, Observation, Source) for name in names(record, Role.PROSE)}
_NAMES = {
    ord(letter): name
    for name, letters in (
        (N_("no-break space"), "\u00a0\u2007"),
        (N_("soft hyphen"), "\u00ad"),
        (N_("narrow space"), "\u2009"),
        (N_("space without width"), "\u200b\ufeff"),
        (N_("mark of direction"), "\u200e\u200f"),
        (N_("another hyphen"), "\u2010"),
        (N_("no-break hyphen"), "\u2011"),
        (N_("dash"), "\u2012\u2013\u2014\u2015"),
        (N_("narrow no-break space"), "\u202f"),
        (N_("minus sign"), "\u2212"),
    )
    for letter in letters
}
_SCRIPTS = {"CYRILLIC": N_("Cyrillic “{letter}”"), "GREEK": N_("Greek “{letter}”")}
_MOST = 12
NO_VALUES: Mapping[str, str] = {}


def meaning(message: str, words: Words) -> str:
    """Return what the findings with a sentence say in general; “…” is what each finding names itself."""
    return re.sub(r"\{\w+\}", "…", words(message))


def meanings(words: Words) -> list[tuple[str, str, str]]:
    """Return every finding of a workbook: its code, how much it weighs and its sentence, in the reader's language."""
    return [(code, severity_word(severity_of(code), words), meaning(text, words)) for code, text in MESSAGES.items()]


def severity_of(code: str) -> Severity:
    """Return the severity of findings with a code."""
    return Severity.WARNING if code in WARNINGS else Severity.ERROR


def sentence(finding: Finding, words: Words, message: str = "", further: Mapping[str, str] = NO_VALUES) -> str:
    """Return a finding in the reader's language: the problem, the expected value, the next step.

    A `message` about many findings has values of its own, which are in `further`.
    """
    label = LABEL_OF.get(finding.column)
    prose = finding.column in _PROSE or finding.code == "number-range"
    places = {
        "value": finding.value if prose else with_names(finding.value, words),
        "sheet": finding.sheet,
        "column": words(label) if label else finding.column,
        "points": _strange_letters(finding.value, words),
    }
    values = places | finding.values
    if "round" in values:
        values["round"] = values.get(f"round_{words.language}", values["round"])
    if "allowed" in values and finding.column in LABELLED:
        # a form shows labels, so a finding lists labels
        codes = values["allowed"].split(", ")
        values["allowed"] = "; ".join(label_of(finding.column, code, words) for code in codes)
    for key, column in (("status", "status"), ("state_read", "state")):
        if key in values:
            values[key] = label_of(column, values[key], words)
    values |= _stored_values(finding, values, words)
    if finding.code == "missing-sheet":
        values["sheet"] = words(finding.sheet)
    if finding.code in ("figure-joins-no-series", "figure-of-another-length"):
        values["differs"] = differing_text(values.get(f"differs_{words.language}", values["differs"]), words)
    if finding.code == "no-heading":
        values["expected"] = ", ".join(words(LABEL_OF.get(key, key)) for key in values["expected"].split())
    usual = _LIKELY if "likely" in values else _message(finding, values.get("shown"))
    return words(message or usual, **{**values, **further})


def _message(finding: Finding, shown: str | None) -> str:
    usual = MESSAGES.get(finding.code, finding.code)
    return usual if shown is None else _SHOWN if shown else _NOTHING_SHOWN


def _stored_values(finding: Finding, values: dict[str, str], words: Words) -> dict[str, str]:
    """Return the values of a column that a finding compares, as pages show them; "–" is an empty one."""
    if finding.code not in ("changed-without-reason", "level-differs"):
        return {}
    compared = {key: values[key] for key in ("before", "value", "expected") if values.get(key, "–") != "–"}
    return {key: field_text(finding.column, value, words) for key, value in compared.items()}


def severity_word(severity: Severity, words: Words) -> str:
    """Return `To correct` or `To check` in the reader's language."""
    return words(_SEVERITIES[severity])


def with_names(text: str, words: Words) -> str:
    """Return a text with every dash and odd space named in brackets behind a word: `BD[dash]8b`."""
    if text.isascii() or not any(map(str.isalnum, text)):
        return text
    return "".join(f"[{words(_NAMES[ord(each)])}]" if ord(each) in _NAMES else each for each in text)


def _strange_letters(text: str, words: Words) -> str:
    """Return the characters of a text that are not ASCII, each once and by name."""
    found = dict.fromkeys(each for each in text if not each.isascii())
    return ", ".join(_named(each, words) for each in list(found)[:_MOST])


def _named(letter: str, words: Words) -> str:
    name = unicodedata.name(letter, "")
    script = next((text for script, text in _SCRIPTS.items() if name.startswith(script)), None)
    if ord(letter) in _NAMES:
        return words(_NAMES[ord(letter)])
    return words(script, letter=letter) if script else f"“{letter}” (U+{ord(letter):04X} {name})".replace(" )", ")")
