"""Documents: YAML files as plain data with line numbers. This module does not know the content of a framework."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from bukhara.framework.plain_yaml import TAG, YamlRefused, compose, line_of_unprintable
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding

KeyPath = tuple[str | int, ...]
Entry = tuple[KeyPath, dict[str, Any]]
"""A mapping in a list of a document, with its path."""


@dataclass(slots=True)
class Document:
    """Plain data, the line (from 1) of every path in it, and the findings about the YAML itself."""

    value: object = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def line(self, path: KeyPath) -> int:
        """Return the line of `path`, or of its nearest parent that has a line."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def finding(
        self, code: str, path: KeyPath, *, value: object = "", severity: Severity = Severity.ERROR, **values: str
    ) -> Finding:
        """Return a finding about the value at `path`, with its line and its path as text."""
        return Finding(
            code=code,
            severity=severity,
            row=self.line(path),
            column=path_text(path),
            value=str(value)[:200],
            values=values,
        )


def path_text(path: KeyPath) -> str:
    """Return a path as text, such as `items[3].indicators[0].name.ru`."""
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(parts).removeprefix(".")


def read(text: str) -> Document:
    """Return the document of a YAML text; a text that is not YAML gives a document with one finding."""
    document = Document()
    try:
        node = compose(text)
    except YamlRefused as refusal:
        return _unreadable(refusal.code, refusal.line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _unreadable("yaml-unreadable", mark.line + 1 if mark else 1)
    except (yaml.YAMLError, UnicodeError):
        return _unreadable("yaml-unreadable", line_of_unprintable(text))
    document.value = None if node is None else _plain(node, (), document)
    if document.value is None and not document.findings:
        return _unreadable("yaml-empty", 1)
    return document


def _unreadable(code: str, line: int) -> Document:
    return Document(findings=[Finding(code=code, severity=Severity.ERROR, row=line)])


def _plain(node: yaml.Node, path: KeyPath, document: Document) -> object:
    document.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.CollectionNode) and node.tag not in (TAG + "map", TAG + "seq"):
        document.findings.append(document.finding("tag-used", path, value=node.tag, key=node.tag))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, document)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, index), document) for index, child in enumerate(node.value)]
    return _scalar(node, path, document)


def _mapping(node: yaml.MappingNode, path: KeyPath, document: Document) -> dict[str, object]:
    values: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        line = key_node.start_mark.line + 1
        if key in values:
            finding = document.finding("duplicate-key", (*path, key), value=key, key=key)
            document.findings.append(replace(finding, row=line))
            continue
        document.lines[(*path, key)] = line
        values[key] = _plain(value_node, (*path, key), document)
    return values


def _scalar(node: yaml.Node, path: KeyPath, document: Document) -> object:
    text = str(node.value)
    try:
        return _VALUES[node.tag.removeprefix(TAG)](text)
    except (KeyError, ValueError):
        document.findings.append(document.finding("tag-used", path, value=node.tag, key=node.tag))
        return text


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


_VALUES: dict[str, Callable[[str], object]] = {
    "str": str,
    "int": int,
    "float": _finite,
    "bool": {"true": True, "false": False}.__getitem__,
    "null": lambda _: None,
}


def at(document: Document, *path: str) -> Any:
    """Return the value at `path`, or None if a part of the path is missing."""
    value: Any = document.value
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def entries(document: Document, *path: str) -> Iterator[Entry]:
    """Yield the entries of the list at `path`, with their paths; nothing if there is no such list."""
    for index, entry in enumerate(at(document, *path) or ()):
        yield (*path, index), entry


def indicators(document: Document) -> Iterator[tuple[Entry, Entry]]:
    """Yield every indicator of every item, as (item entry, indicator entry)."""
    for item_path, item in entries(document, "items"):
        for index, indicator in enumerate(item["indicators"]):
            yield (item_path, item), ((*item_path, "indicators", index), indicator)


def groups(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield every mapping in `value` with its path, the outermost first."""
    if isinstance(value, dict):
        yield path, value
        for key, child in value.items():
            yield from groups(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from groups(child, (*path, index))
