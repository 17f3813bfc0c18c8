"""The YAML that a framework needs, and a refusal of the rest before a tree is built. Builds no values."""

from __future__ import annotations

import re

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml is slower, and otherwise the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

TAG = "tag:yaml.org,2002:"
MAX_DEPTH = 20
MAX_CHARACTERS = 4_000_000


class Refused(Exception):
    """Something a framework never needs; carries the reason code and the line."""

    def __init__(self, code: str, line: int) -> None:
        """Keep the reason and the line, counted from 1."""
        super().__init__(code)
        self.code, self.line = code, line


class PlainLoader(_Loader):
    """Only what YAML 1.2 calls a number, a truth or nothing; dates and `yes` stay text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_KINDS = (
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?[0-9]{1,15}", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]{1,15}|[0-9]{1,15}(\.[0-9]{0,15})?)([eE][-+]?[0-9]{1,2})?",
        list("-+.0123456789"),
    ),
    ("null", r"~|null|", ["~", "n", ""]),
)
for _kind, _pattern, _first in _KINDS:
    PlainLoader.add_implicit_resolver(TAG + _kind, re.compile(f"^(?:{_pattern})$"), _first)


def compose(text: str) -> yaml.Node | None:
    """Return the root node of the one document in `text`, None where there is none.

    Raises Refused for aliases, depth and size, YAMLError or UnicodeError for what is no YAML.
    """
    if len(text) > MAX_CHARACTERS:
        raise Refused("yaml-too-large", 1)
    _refuse_growth(text)
    return yaml.compose(text, Loader=PlainLoader)


def _refuse_growth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=PlainLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise Refused("alias-used", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise Refused("yaml-too-deep", line)


def line_of_unprintable(text: str) -> int:
    """Return the line of the first character that YAML does not allow, 1 where there is none."""
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
