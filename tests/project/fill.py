"""Lay out nested pieces of text in lines of a given width: a group that does not fit on its line is broken."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Line:
    """A place where a line may end: written as `flat`, or as `head`, a line break, the indentation and `tail`."""

    flat: str = ""
    head: str = ""
    tail: str = ""
    # broken always; with its group; or only if what follows does not fit
    how: Literal["always", "group", "fill"] = "group"
    empty_line: bool = False


@dataclass(frozen=True)
class Nest:
    """Pieces of the surrounding group that are indented."""

    pieces: Sequence["Piece"]
    by: int = 2


@dataclass(frozen=True)
class Group:
    """Pieces that are written on one line if they fit."""

    pieces: Sequence["Piece"]


Piece = str | Line | Nest | Group


@dataclass
class _Frame:
    """A broken group, and the line on which its present piece began."""

    line: int


@dataclass
class _Page:
    width: int
    lines: list[str] = field(default_factory=lambda: [""])
    stack: list[tuple[int, _Frame | None, Piece]] = field(default_factory=list)

    def push(self, pieces: Sequence[Piece], indent: int, frame: _Frame | None) -> None:
        self.stack += [(indent, frame, piece) for piece in reversed(pieces)]

    def fits(self, first: Sequence[Piece] = (), used: int = 0) -> bool:
        """Return whether `first`, or the next piece, and what follows up to a place to break, fit on the line."""
        left = self.width - len(self.lines[-1]) - used
        waiting: list[tuple[_Frame | None, Piece]] = [(None, piece) for piece in reversed(first)]
        at = len(self.stack)
        while left >= 0 and (waiting or at):
            if not waiting:
                at -= 1
                waiting.append(self.stack[at][1:])
            frame, piece = waiting.pop()
            if isinstance(piece, str):
                left -= len(piece)
            elif isinstance(piece, Line) and frame:
                return left >= len(piece.head)
            elif isinstance(piece, Line):
                left -= len(piece.flat)
            elif isinstance(piece, Group) and not first and must_break(piece):
                return False
            else:
                flat = isinstance(piece, Group) and not first
                waiting += [(None if flat else frame, each) for each in reversed(piece.pieces)]
        return left >= 0

    def write(self, text: str) -> None:
        first, *others = text.split("\n")
        self.lines[-1] += first
        self.lines += others

    def write_line(self, line: Line, indent: int, frame: _Frame | None) -> None:
        after_break = frame and frame.line != len(self.lines)
        if frame is None or (line.how == "fill" and not after_break and self.fits(used=len(line.flat))):
            self.write(line.flat)
            return
        self.write(line.head + ("\n\n" if line.empty_line else "\n") + " " * indent + line.tail)
        frame.line = len(self.lines)


def must_break(piece: Piece) -> bool:
    """Return whether a line is always broken inside a piece."""
    if isinstance(piece, Line):
        return piece.how == "always"
    return not isinstance(piece, str) and any(must_break(each) for each in piece.pieces)


def lay_out(pieces: Sequence[Piece], width: int) -> str:
    """Return the pieces as text of lines that are at most `width` long where a line may end in time."""
    page = _Page(width)
    page.push(pieces, 0, _Frame(1))
    while page.stack:
        indent, frame, piece = page.stack.pop()
        if isinstance(piece, str):
            page.write(piece)
        elif isinstance(piece, Line):
            page.write_line(piece, indent, frame)
        elif isinstance(piece, Nest):
            page.push(piece.pieces, indent + piece.by, frame)
        else:
            broken = frame and (must_break(piece) or not page.fits(piece.pieces))
            page.push(piece.pieces, indent, _Frame(len(page.lines)) if broken else None)
    return "\n".join(line.rstrip() for line in page.lines)
