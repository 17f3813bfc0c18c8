"""The subset of YAML that a framework uses; anything else is refused before a tree is built."""

import re

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml is slower, and otherwise the same
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

TAG = "tag:yaml.org,2002:"
MAX_DEPTH = 20
MAX_CHARACTERS = 4_000_000


class YamlRefused(Exception):
    """YAML that a framework does not use; carries the finding code and the line, counted from 1."""

    def __init__(self, code: str, line: int) -> None:
        super().__init__(code)
        self.code, self.line = code, line


class PlainLoader(_Loader):
    """A loader that knows the numbers, booleans and null of YAML 1.2; dates and `yes` are read as text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_KINDS = (
    ("bool", r"true|false", ["t", "f"]),
    ("int", r"[-+]?[0-9]{1,15}", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]{1,15}|[0-9]{1,15}(\.[0-9]{0,15})?)([eE][-+]?[0-9]{1,2})?", list("-+.0123456789")),
    ("null", r"~|null|", ["~", "n", ""]),
)
for _kind, _pattern, _first in _KINDS:
    PlainLoader.add_implicit_resolver(TAG + _kind, re.compile(f"^(?:{_pattern})$"), _first)


def compose(text: str) -> yaml.Node | None:
    """Return the root node of the document in a text, or None if the text is empty.

    Raises:
        YamlRefused: the text has aliases, or is too deep or too large.
        YAMLError: the text is not YAML.
        UnicodeError: the text has characters that cannot be decoded.
    """
    if len(text) > MAX_CHARACTERS:
        raise YamlRefused("yaml-too-large", 1)
    _refuse_aliases_and_depth(text)
    return yaml.compose(text, Loader=PlainLoader)


def _refuse_aliases_and_depth(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=PlainLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise YamlRefused("alias-used", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise YamlRefused("yaml-too-deep", line)


def line_of_unprintable(text: str) -> int:
    """Return the line of the first character that YAML does not allow, or 1 if all are allowed."""
    found = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return text.count("\n", 0, found.start()) + 1 if found else 1
