"""The rules of the style sheet that one page uses: they come with it, so that its first paint waits for nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"([^{}]*)\{((?:[^{}]|\{[^{}]*\})*)\}")
_WITHIN = re.compile(r"\([^()]*\)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_CLASSES = re.compile(r'class="([^"]*)"')


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule, or a group of rules as `@media`; compared by identity, so that thousands are a key at once.

    Attributes:
        before: its selectors, or the condition of a group.
        body: its declarations.
        needs: the classes that each of its selectors needs; what a selector says in parentheses is left out.
        inner: the rules of a group.
    """

    before: str
    body: str = ""
    needs: tuple[frozenset[str], ...] = ()
    inner: tuple["Rule", ...] = ()


def rules(sheet: str) -> tuple[Rule, ...]:
    """Return the rules of a style sheet."""
    return tuple(_rules(_COMMENT.sub("", sheet)))


def _rules(sheet: str) -> Iterator[Rule]:
    for match in _BLOCK.finditer(sheet):
        before, body = match[1].rpartition(";")[2].strip(), match[2].strip()
        if before.startswith(("@media", "@supports")):
            yield Rule(before, inner=tuple(_rules(body)))
        else:
            yield Rule(before, body, tuple(frozenset(_CLASS.findall(each)) for each in _selectors(before)))


def _selectors(before: str) -> list[str]:
    if before.startswith("@"):
        return [""]
    while before != (before := _WITHIN.sub("", before)):
        pass
    return before.split(",")


def used(found: tuple[Rule, ...], html: str) -> str:
    """Return the rules that a page needs, in their order; one too many changes nothing."""
    return _with_classes(found, frozenset(" ".join(_CLASSES.findall(html)).split()))


@lru_cache(maxsize=64)
def _with_classes(found: tuple[Rule, ...], classes: frozenset[str]) -> str:
    """Return the rules for a set of classes; a page has the same ones on most days."""
    return _used(found, classes)


def _used(found: tuple[Rule, ...], classes: frozenset[str]) -> str:
    written = []
    for rule in found:
        body = _used(rule.inner, classes) if rule.inner else rule.body
        if body and (rule.inner or any(need <= classes for need in rule.needs)):
            written.append(f"{rule.before}{{{body}}}")
    return "".join(written)
