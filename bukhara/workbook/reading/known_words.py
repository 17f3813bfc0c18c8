"""Known words in columns of free text, recognised in spite of other spaces or letters."""

from collections.abc import Mapping

from bukhara.workbook.letters import code_points, folded, matched, skeleton
from bukhara.workbook.reading.values import NO_LABELS, Parsed, as_text


def as_word(raw: object, known: Mapping[str, str], labels: Mapping[str, str] = NO_LABELS) -> Parsed:
    """Return the known word that a cell names, in a code or a label of any language, else its text as it is written."""
    word = known.get(folded(raw)) if isinstance(raw, str) else None
    if word is not None:
        return Parsed(word, normalised=raw not in {word, word.replace("_", " ")})
    label = labels.get(matched(raw)) if isinstance(raw, str) else None
    if label is not None:
        return Parsed(label)
    parsed = as_text(raw)
    text = parsed.value
    if not isinstance(text, str) or not text:
        return parsed
    if not text.isascii() and any(skeleton(each) == skeleton(text) for each in known):
        return Parsed(trouble="look-alike-letters", values={"points": code_points(text)})
    return Parsed(text, normalised=parsed.normalised, doubt="unknown-word", values={"known": ", ".join(known.values())})


def as_name(raw: object, names: Mapping[str, str]) -> Parsed:
    """Return the English name of an institution that a cell names in any language, else its text as it is written."""
    name = names.get(matched(raw)) if isinstance(raw, str) else None
    return Parsed(name) if name is not None else as_text(raw)
