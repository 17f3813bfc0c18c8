"""Read a Jinja HTML template as tokens, and say of each gap between two of them whether white space in it shows."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

JINJA = r"""\{\{(?:"[^"]*"|'[^']*'|.)*?\}\}|\{%(?:"[^"]*"|'[^']*'|.)*?%\}|\{\#.*?\#\}"""
_INSIDE = rf"""(?:{JINJA}|"(?:{JINJA}|[^"])*"|'(?:{JINJA}|[^'])*'|[^>"'])*>"""
_TOKEN = re.compile(
    rf"""(?P<jinja>{JINJA})
    |(?P<raw><(?P<kept>script|style|textarea|pre)\b{_INSIDE}.*?</(?P=kept)>|<!.*?>)
    |(?P<tag></?(?:[a-zA-Z]|(?=\{{)){_INSIDE})
    |(?P<text>(?:[^\s<{{]|\{{(?![{{%\#])|<(?![/!a-zA-Z]|\{{))+)
    |(?P<space>\s+)""",
    re.DOTALL | re.VERBOSE,
)
# An element of these names is on lines of its own: white space around it, and inside its edges, does not show.
_BLOCK = re.compile(
    "html|head|body|title|meta|link|script|header|footer|main|nav|section|article|aside|div|p|h[1-6]|hr|ul|ol|li|dl|dt|dd"
    "|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|blockquote|form|fieldset|legend|details|summary|figure"
    "|figcaption|optgroup|option"
)
# Bootstrap and the style sheet show these as blocks, or as columns of a row.
_BLOCK_CLASS = re.compile(
    r'class="(?:[^"{]* )?(?:form-control|form-select|form-label|form-check|d-block|col-md-\d+)[ "]'
)
# White space beside a line break or a shape does not show either; it does outside, not inside, a picture or a button.
_UNSEEN = {"br", "path", "circle", "rect"}
_UNSEEN_INSIDE = {"svg", "button", "select", "datalist"}
_SEEN_INSIDE = {"blockquote"}  # a reply keeps the line breaks of its writer
_VOID = {"br", "hr", "img", "input", "link", "meta", "col"}
_OPENERS = {"if", "for", "macro", "call"}
_SILENT = {"set", "import"}
_KNOWN = {*_OPENERS, *_SILENT, "include", "else", "elif", *(f"end{name}" for name in _OPENERS)}


@dataclass(frozen=True)
class Token:
    """A tag, a word, or what is between the delimiters of an expression, a statement or a comment."""

    kind: Literal["tag", "raw", "text", "expression", "statement", "comment"]
    text: str
    before: str = ""  # "-" or "+" in the opening delimiter
    after: str = ""
    ends_block: bool = False  # whether it closes an element that is on lines of its own

    @cached_property
    def name(self) -> str:
        """The name of a tag or raw element, the keyword of a statement."""
        return re.findall(r"[\w-]+|$", self.text)[0]

    @property
    def closing(self) -> bool:
        """Whether this is the end of an element or of a statement."""
        return self.text.startswith("</") if self.kind == "tag" else self.name.startswith("end")

    @property
    def opening(self) -> bool:
        """Whether an element or a statement with content begins here."""
        if self.kind == "tag":
            return not self.closing and self.name not in _VOID and not self.text.endswith("/>")
        return self.kind == "statement" and self.name in _OPENERS

    @property
    def middle(self) -> bool:
        """Whether another branch of a statement begins here."""
        return self.kind == "statement" and self.name in {"else", "elif"}

    def closes(self, opener: "Token") -> bool:
        """Return whether this ends an element or a branch that another token opened."""
        return self.kind == opener.kind and (self.middle or self.name.removeprefix("end") == opener.name)

    @cached_property
    def own_line(self) -> bool:
        """Whether nothing else is written on its line."""
        if self.kind in {"tag", "raw"}:
            return (
                self.ends_block
                or bool(_BLOCK.fullmatch(self.name))
                or bool(_BLOCK_CLASS.search(self.text))
                or self.text.startswith("<!")
            )
        return self.kind == "comment" or (self.trims and self.name in {*_SILENT, "include", "macro"})

    @property
    def trims(self) -> bool:
        """Whether Jinja removes a line break after it and the indentation before it."""
        return self.kind in {"statement", "comment"}

    def hides(self, *, after: bool) -> bool:
        """Return whether white space next to it is not shown by a browser."""
        if self.kind not in {"tag", "raw"}:
            return False
        inside = after != self.closing and self.kind == "tag"
        if inside and self.name in _UNSEEN_INSIDE | _SEEN_INSIDE:
            return self.name in _UNSEEN_INSIDE
        return self.own_line or self.name in _UNSEEN


@dataclass
class Template:
    """The tokens of a template; gap `i` is the white space before token `i`."""

    tokens: list[Token] = field(default_factory=list)
    spaces: list[str] = field(default_factory=list)  # as Jinja leaves them, by gap
    empty_line: list[bool] = field(default_factory=list)  # whether the source has an empty line there
    parts: dict[int, list[int]] = field(default_factory=dict)  # opening token: its else, elif and closing tokens

    def hidden(self, gap: int) -> bool:
        """Return whether white space in a gap does not show, whatever the statements around it do."""
        return self._hidden(gap, ahead=False) or self._hidden(gap, ahead=True)

    def _hidden(self, gap: int, *, ahead: bool) -> bool:
        """Return whether what is written next to a gap, behind or ahead of it, always hides white space in it."""
        at = gap if ahead else gap - 1
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if token.kind == "comment" or (token.trims and token.name in _SILENT):
            return self._hidden(gap + (1 if ahead else -1), ahead=ahead)
        if token.kind != "statement":
            return token.hides(after=not ahead)
        opener = self.opener.get(at, at)
        parts = [opener, *self.parts.get(opener, [])]
        skipped = parts[-1] + 1 if ahead else opener  # the gap from which the whole statement may be skipped
        if at == parts[-1 if not ahead else 0] and self.tokens[opener].name in {"if", "for"}:
            branches = [part + 1 for part in parts[:-1]] if ahead else parts[1:]
            always = any(self.tokens[part].name == "else" for part in parts)
            return all(self._hidden(each, ahead=ahead) for each in [*branches, *([] if always else [skipped])])
        return self.tokens[opener].name == "if" and self._hidden(skipped, ahead=ahead)

    @cached_property
    def opener(self) -> dict[int, int]:
        """The opening token of each else, elif and closing token."""
        return {part: opener for opener, parts in self.parts.items() for part in parts}


def read_template(source: str) -> Template:
    """Return the tokens of a template and which of them belong together.

    Raises:
        ValueError: Part of the source is no tag, no text and no Jinja.
    """
    template, space, at = Template(), "", 0
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise ValueError(f"cannot be read: {source[at : at + 60]!r}")
        at = found.end()
        if found["space"]:
            space = found["space"]
            continue
        _add(template, _token(found), space)
        space = ""
    template.spaces.append("")
    template.empty_line.append(False)
    _pair(template)
    return template


def _token(found: re.Match[str]) -> Token:
    source = found.group()
    if not found["jinja"]:
        return Token("raw" if found["raw"] else "tag" if found["tag"] else "text", source)
    kind = {"{": "expression", "%": "statement", "#": "comment"}[source[1]]
    before, inside, after = re.fullmatch(r"..([-+]?)(.*?)([-+]?)..", source, re.DOTALL).groups()
    token = Token(kind, inside.strip(), before, after)
    if kind == "statement" and (token.name not in _KNOWN or (token.name == "set" and "=" not in token.text)):
        raise ValueError(f"a statement that the formatter does not know: {source}")
    return token


def _add(template: Template, token: Token, space: str) -> None:
    last = template.tokens[-1] if template.tokens else None
    template.tokens.append(token)
    template.empty_line.append(space.count("\n") > 1)
    at_line_start = last is None
    if last and last.trims and last.after != "+" and space.startswith("\n"):
        space, at_line_start = space[1:], True
    if token.trims and token.before != "+" and ("\n" in space or at_line_start):
        space = space[: space.rfind("\n") + 1]
    if token.before == "-" or (last and last.after == "-"):
        space = ""
    template.spaces.append(" " if space else "")


def _pair(template: Template) -> None:
    """Find the closing token of each element and statement; an element that is closed elsewhere has none."""
    tokens, waiting, found = template.tokens, [], {}
    for at, token in enumerate(tokens):
        if token.opening:
            waiting.append(at)
        if not (token.closing or token.middle):
            continue
        # a statement ends the elements that are open inside it; an element ends only those inside the same statement
        while waiting and tokens[waiting[-1]].kind != token.kind and token.kind == "statement":
            waiting.pop()
        depth = len(waiting) - 1
        while (
            depth >= 0
            and token.kind == tokens[waiting[depth]].kind == "tag"
            and not token.closes(tokens[waiting[depth]])
        ):
            depth -= 1
        if depth >= 0 and token.closes(tokens[waiting[depth]]):
            found.setdefault(waiting[depth], []).append(at)
            del waiting[depth + token.middle :]
    template.parts = {opener: parts for opener, parts in found.items() if tokens[parts[-1]].closing}
    for opener, parts in template.parts.items():
        if tokens[opener].kind == "tag":
            tokens[parts[-1]] = replace(tokens[parts[-1]], ends_block=tokens[opener].own_line)
