"""Write a template with one block-level element or statement a line, indented by two, at most 120 columns wide.

What a browser shows stays the same: a line ends only where white space is already or does not show, inside a tag or a
Jinja delimiter, or beside a delimiter that removes the white space (`{%-`, `-%}`).
"""

import re

from tests.project.fill import Group, Line, Nest, Piece, lay_out
from tests.project.template_tokens import JINJA, Template, Token, read_template

WIDTH = 120
_DELIMITERS = {"expression": ("{{", "}}"), "statement": ("{%", "%}"), "comment": ("{#", "#}")}
_IN_TAG = re.compile(rf"""(?P<jinja>{JINJA})|(?P<space>\s+)|(?P<quote>["'])|.""", re.DOTALL)
_IN_EXPRESSION = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<space>\s+)|(?P<word>[^\s"'()\[\]{},]+)|.""", re.DOTALL
)
_CHOICES = {"if", "else", "and", "or"}
_OPERATORS = {*_CHOICES, "~", "|"}


def format_template(source: str) -> str:
    """Return a template as it should be written; formatting it again changes nothing."""
    template = read_template(source)
    tokens = template.tokens
    if not tokens:
        return ""
    pieces = _nodes(template, 0, len(tokens), 0)
    return lay_out([_opening(tokens[0]), *pieces, _closing(tokens[-1])], WIDTH) + "\n"


def _opening(token: Token, mark: str = "") -> str:
    return f"{_DELIMITERS[token.kind][0]}{mark} " if token.kind in _DELIMITERS else ""


def _closing(token: Token, mark: str = "") -> str:
    return f" {mark}{_DELIMITERS[token.kind][1]}" if token.kind in _DELIMITERS else ""


def _gap(template: Template, gap: int, how: str, depth: int) -> Piece:
    """Return the text between two tokens, with the delimiters beside it."""
    last, token = template.tokens[gap - 1], template.tokens[gap]
    hidden, space, empty_line = template.hidden(gap), template.spaces[gap], template.empty_line[gap]
    flat = _closing(last) + ("" if hidden else space) + _opening(token)
    marks = ("", "")
    if not hidden and not space and not (last.trims and token.trims):
        by_mark = [last.trims and not token.trims, token.trims, token.kind == "expression", last.kind == "expression"]
        if not any(by_mark):
            return flat
        marks = ("-", "") if by_mark.index(True) in {0, 3} else ("", "-")
    elif not hidden and space and last.trims and not empty_line and (token.trims or depth == 0):
        marks = ("+", "")
    if empty_line and (hidden or space):
        how = "always"
    return Line(flat, _closing(last, marks[0]), _opening(token, marks[1]), how, empty_line)


def _nodes(template: Template, start: int, end: int, depth: int) -> list[Piece]:
    """Return the elements, statements and words from one token to another, and the gaps between them."""
    pieces: list[Piece] = []
    at = last = start
    while at < end:
        if at > start:
            pieces.append(_gap(template, at, _separation(template, last, at), depth))
        pieces.append(_node(template, at, depth))
        last, at = at, template.parts.get(at, [at])[-1] + 1
    return pieces


def _separation(template: Template, last: int, at: int) -> str:
    """Return how a line ends between two nodes: always, if the surrounding group is broken, or to fill the line."""
    nodes = (template.tokens[last], template.tokens[at])
    statements = [token for token in nodes if token.trims and token.opening]
    if len(statements) > 1 or any(token.own_line for token in nodes):
        return "always"
    unmarked = template.hidden(at) or template.spaces[at] or all(token.trims for token in nodes)
    return "group" if statements and unmarked else "fill"


def _node(template: Template, at: int, depth: int) -> Piece:
    """Return an element or statement with its content, or a single token."""
    if at not in template.parts:
        return _token(template.tokens[at])
    pieces: list[Piece] = []
    inside = template.tokens[at + 1 : template.parts[at][-1]]
    several = template.tokens[at].trims and any(
        token.own_line or (token.trims and token.opening and token.name != "call") for token in inside
    )
    how = "always" if several else "group"
    for part, following in zip([at, *template.parts[at]], template.parts[at], strict=False):
        pieces.append(_token(template.tokens[part]))
        if part + 1 < following:
            edge = _gap(template, part + 1, how, depth + 1)
            pieces.append(Nest([edge, *_nodes(template, part + 1, following, depth + 1)]))
            pieces.append(_gap(template, following, how, depth))
        else:
            gap = _gap(template, following, "group", depth)
            pieces.append(gap.flat if isinstance(gap, Line) else gap)
    pieces.append(_token(template.tokens[template.parts[at][-1]]))
    return Group(pieces)


def _token(token: Token) -> Piece:
    if token.kind == "comment":
        return Group([Nest(_words(token.text.split(), Line(" ", how="fill")), 3)])
    if token.kind in {"expression", "statement"}:
        return _expression(token.text)
    return _tag(token.text) if token.kind != "text" else token.text


def _words(words: list[str], gap: Line) -> list[Piece]:
    return [piece for word in words for piece in (gap, word)][1:]


def _tag(source: str) -> Piece:
    """Return a tag, its attributes one a line if they do not fit; an element kept as it is follows its tag."""
    attributes: list[list[Piece]] = [[]]
    quote, nesting, at = "", 0, 0
    while at < len(source):
        found = _IN_TAG.match(source, at)
        at = found.end()
        if found["jinja"]:
            word = re.findall(r"[a-z]+|$", found["jinja"])[0] if found["jinja"][1] == "%" else ""
            nesting += (word in {"if", "for"}) - (word in {"endif", "endfor"})
            attributes[-1].append(_in_tag(found["jinja"]))
        elif found["space"] and not quote:
            attributes[-1:] = [[*attributes[-1], Line(" ", how="fill")]] if nesting else [attributes[-1], []]
        else:
            quote = "" if found["quote"] == quote else quote or found["quote"] or ""
            attributes[-1].append(found.group())
            if found.group() == ">" and not quote:
                break
    name, *others = [attribute for attribute in attributes if attribute]
    if others and others[-1] == [">"]:
        others.pop()
        (others[-1] if others else name).append(">")
    listed = [Nest([Line(" "), *attribute], 4) for attribute in others]
    return Group([*name, *listed, source[at:]]) if listed or source[at:] else Group(name)


def _in_tag(source: str) -> Piece:
    """Return a Jinja expression or statement inside a tag."""
    if source[1] == "#":
        return source
    before, inside, after = re.fullmatch(r"(..[-+]?)(.*?)([-+]?..)", source, re.DOTALL).groups()
    return Group([before + " ", _expression(inside.strip()), " " + after])


def _expression(source: str) -> Piece:
    """Return a Jinja expression: arguments one a line, or operators first on a line, or a sentence in pieces."""
    found = list(_IN_EXPRESSION.finditer(source))
    open_parts: list[list[Piece]] = [[]]
    at = 0
    while at < len(found):
        token, parts = found[at].group(), open_parts[-1]
        following = next((each.group() for each in found[at + 1 :] if not each["space"]), "")
        if found[at]["string"]:
            while following[:1] == token[0]:
                at += 2 if found[at + 1]["space"] else 1
                token = token[:-1] + found[at].group()[1:]
                following = next((each.group() for each in found[at + 1 :] if not each["space"]), "")
            parts.append(_string(token))
        elif found[at]["space"]:
            if parts and parts[-1] != " " and not isinstance(parts[-1], Line) and following not in {")", "]", "}", ","}:
                parts.append(Line(" ", how="fill") if following in _OPERATORS else " ")
        elif token in {"(", "[", "{"}:
            open_parts.append([token, Line()])
        elif token in {")", "]", "}"}:
            opened, first, *content = _operators(open_parts.pop())
            open_parts[-1].append(
                Group([opened, Nest([first, *content]), Line(), token]) if content else opened + token
            )
        else:
            listed = token == "," and following not in {")", "]", "}"}
            parts += [token, Line(" ") if len(open_parts) > 1 else " "] if listed else [token]
        at += 1
    pieces = _operators(open_parts[0])
    return Group([Nest(pieces)] if any(isinstance(piece, Line) for piece in pieces) else pieces)


def _operators(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces so that a line ends before a choice, if there is one, rather than within its sides."""
    if not any(piece in _CHOICES for piece in pieces[1:] if isinstance(piece, str)):
        return pieces
    pairs = zip(pieces, [*pieces[1:], ""], strict=True)
    return [" " if isinstance(piece, Line) and after in ("~", "|") else piece for piece, after in pairs]


def _string(token: str) -> Piece:
    """Return a string, which is continued in adjacent strings where it does not fit: Jinja joins them."""
    quote = token[0]
    return Group(_words(token.split(" "), Line(" ", f" {quote}", quote, "fill")))
