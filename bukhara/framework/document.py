"""Documents: YAML files as plain data with line numbers. This module does not know the content of a framework."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from bukhara.model.codes import Severity
from bukhara.model.finding import Finding

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml is slower, and otherwise the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

KeyPath = tuple[str | int, ...]
Entry = tuple[KeyPath, dict[str, Any]]
"""A mapping in a list of a document, with its path."""

_TAG = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Document:
    """Plain data without empty values, the line (from 1) of every path written, and findings about the YAML itself."""

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
        node = yaml.compose(text, Loader=_Loader)
        document.value = None if node is None else _Nodes(document).plain(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return _unreadable("yaml-unreadable", min(mark.line, text.count("\n")) + 1 if mark else 1)
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        start = error.start if isinstance(error, UnicodeError) else error.position
        return _unreadable("yaml-unreadable", text.count("\n", 0, start) + 1)
    except RecursionError:
        return _unreadable("yaml-unreadable", 1)
    if document.value is None and not document.findings:
        return _unreadable("yaml-empty", 1)
    return document


def _unreadable(code: str, line: int) -> Document:
    return Document(findings=[Finding(code=code, severity=Severity.ERROR, row=line)])


@dataclass(slots=True)
class _Nodes:
    """Makes plain data of the nodes of a document, and writes their lines and findings into it."""

    document: Document
    seen: set[int] = field(default_factory=set)

    def plain(self, node: yaml.Node, path: KeyPath) -> object:
        if id(node) in self.seen:
            self._refuse("alias-used", path)
            return None
        self.seen.add(id(node))
        self.document.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.CollectionNode) and node.tag not in (_TAG + "map", _TAG + "seq"):
            self._refuse("tag-used", path, node.tag)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            line = key_node.start_mark.line + 1
            if (*path, key) in self.document.lines:
                finding = self.document.finding("duplicate-key", (*path, key), value=key, key=key)
                self.document.findings.append(replace(finding, row=line))
                continue
            self.document.lines[(*path, key)] = line
            value = self.plain(value_node, (*path, key))
            if value not in (None, ""):
                values[key] = value
        return values

    def _scalar(self, node: yaml.Node, path: KeyPath) -> object:
        if node.tag == _TAG + "timestamp":
            return node.value
        try:
            return yaml.constructor.SafeConstructor().construct_object(node)
        except (yaml.YAMLError, ValueError, KeyError):
            self._refuse("tag-used", path, node.tag)
            return node.value

    def _refuse(self, code: str, path: KeyPath, key: str = "") -> None:
        self.document.findings.append(self.document.finding(code, path, value=key, key=key))


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


def groups(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Yield every mapping and every list in `value` with its path, the outermost first."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if children is not None:
        yield path, value
        for key, child in children:
            yield from groups(child, (*path, key))


def is_text(value: object) -> bool:
    """Return whether a value is a text in several languages: it has the key `en`, or codes of languages alone."""
    return isinstance(value, dict) and bool(value) and ("en" in value or all(len(key) in (2, 3) for key in value))
