"""The sentences of the comparison of two releases."""

from bukhara.i18n.changes import EMPTY
from bukhara.i18n.codes import N_
from bukhara.i18n.words import Words

REMARKS = {
    "request": N_("{state}: a request, {sort}"),
    "reply": N_("{state}: a reply of the state, {sort}"),
    "decision": N_("{state}: a decision on a difference between sources, {sort}"),
}


def same_text(before: int, after: int, words: Words) -> str:
    """Return the sentence that two releases have the same content."""
    return words("Releases {before} and {after} have the same data.", before=before, after=after)


def cell_line(state: str, theme: str, before: str, after: str, words: Words) -> str:
    """Return the line for a cell of the scorecard that changed; `before` and `after` are its words."""
    return words("{state}, {theme}: “{before}” → “{after}”", state=state, theme=theme, before=before, after=after)


def remark_text(kind: str, sort: str, state: str, words: Words) -> str:
    """Return the line for a request, reply or decision that was added, changed or removed."""
    return words(REMARKS[kind], state=state, sort=sort)


def framework_text(name: str, before: str, after: str, words: Words) -> str:
    """Return the line for a version, parameter or item that differs, by its name in indicators.yaml."""
    what = name.removeprefix("method.").removeprefix("item.")
    if name.startswith("item.") and before == after:
        return words("Framework, {name}: worded otherwise", name=what)
    none = words(EMPTY)
    return words("Framework, {name}: {before} → {after}", name=what, before=before or none, after=after or none)
