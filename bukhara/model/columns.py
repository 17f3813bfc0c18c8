"""The columns of statements, figures and sources, described at their fields: label, contents, words and roles.

A new column is its field, its names in workbooks (`workbook/columns.py`), a migration and its Russian.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_type_hints

from bukhara.model.codes import Position, State
from bukhara.model.languages import ORIGINALS
from bukhara.model.messages import N_


class Holds(StrEnum):
    """The type of the values of a column."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    PARTIAL_DATE = "partial_date"
    CODE = "code"
    COUNTRY = "country"
    ITEM = "item"
    INDICATOR = "indicator"
    SOURCE = "source"
    TOPICS = "topics"


class Role(StrEnum):
    """What a column is for."""

    SUBJECT = "subject"
    """It says what a row is about: the rows of one subject answer the same question."""
    COUNTED = "counted"
    """It says what a figure counts: only figures that are equal in these columns are compared."""
    BREAKDOWN = "breakdown"
    """It breaks a figure down into parts."""
    PERIOD = "period"
    """It is the beginning or the end of a period."""
    ANSWER = "answer"
    """It is the answer, or a part of it."""
    CITATION = "citation"
    """It says where the answer is from."""
    REMARK = "remark"
    """It may change without another answer, and needs no reason."""
    BESIDE = "beside"
    """It says how the answer is written or confirmed: it may change without another answer."""
    BODY = "body"
    """It names an institution."""
    PLACE = "place"
    """It names a country or another place."""
    PROSE = "prose"
    """It holds sentences, in which every character is allowed."""
    LATER = "later"
    """Older workbooks and stores do not have it: it is part of ids and hashes only where it is filled."""


@dataclass(frozen=True, slots=True)
class Description:
    """What is written at a field; the rest of its column follows from its type."""

    label: str
    roles: frozenset[Role]
    holds: Holds | None
    words: tuple[str, ...]
    codes: type[StrEnum] | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in code and open data, and its label (a message id).

    `codes` is a closed list. `words` are the known words of an open one: others are accepted, too.
    """

    name: str
    label: str
    holds: Holds
    roles: frozenset[Role] = frozenset()
    codes: type[StrEnum] | None = None
    words: tuple[str, ...] = ()


def column(
    label: str, *roles: Role, holds: Holds | None = None, words: str = "", codes: type[StrEnum] | None = None
) -> Description:
    """Describe the column of a field; `words` are separated by spaces."""
    return Description(label, frozenset(roles), holds, tuple(words.split()), codes)


@cache
def columns_of(record: type) -> tuple[Column, ...]:
    """Return the columns of a dataclass in the order of its fields; each field is described."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(_column(each.name, *get_args(hints[each.name])) for each in fields(record))


def names(record: type, *roles: Role) -> tuple[str, ...]:
    """Return the names of the columns that have one of the roles, in the order of the fields."""
    return tuple(each.name for each in columns_of(record) if each.roles & set(roles))


def values_of(*columns: str) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that returns the values of a record in these columns."""
    if len(columns) > 1:
        return attrgetter(*columns)
    return lambda record: tuple(getattr(record, name) for name in columns)


def later(record: object) -> tuple[str, ...]:
    """Return what an id has of the columns that were added later: "column=value" for those that are filled."""
    own: type = type(record)
    return tuple(f"{name}={value}" for name in _added(own) if (value := getattr(record, name)))


@cache
def _added(record: type) -> tuple[str, ...]:
    named = set(names(record, Role.SUBJECT, Role.COUNTED, Role.CITATION))
    return tuple(name for name in names(record, Role.LATER) if name in named)


def _column(name: str, hint: object, found: Description) -> Column:
    kind = next(each for each in get_args(hint) if each is not NoneType) if isinstance(hint, UnionType) else hint
    codes = found.codes or (kind if isinstance(kind, type) and issubclass(kind, StrEnum) else None)
    holds = Holds.CODE if codes else {float: Holds.NUMBER, date: Holds.DAY}.get(kind, Holds.TEXT)  # type: ignore[arg-type]
    return Column(name, found.label, found.holds or holds, found.roles, codes, found.words)


# what several records have
CountryCode = Annotated[str, column(N_("Country"), Role.SUBJECT, holds=Holds.COUNTRY)]
IndicatorId = Annotated[str, column(N_("Indicator"), Role.SUBJECT, holds=Holds.INDICATOR)]
AnswerState = Annotated[State, column(N_("State of the answer"), Role.ANSWER)]
Partner = Annotated[str, column(N_("Partner"), Role.SUBJECT, Role.BODY)]
SourceId = Annotated[str, column(N_("Source"), Role.CITATION, holds=Holds.SOURCE)]
Locator = Annotated[str, column(N_("Place in the source"), Role.CITATION, Role.PROSE)]
Quote = Annotated[str, column(N_("Quote"), Role.CITATION, Role.PROSE)]
AskedOn = Annotated[date | None, column(N_("Asked on"))]
RevisionReason = Annotated[str, column(N_("Reason for the change"), Role.REMARK, Role.PROSE)]
Note = Annotated[str, column(N_("Note"), Role.REMARK, Role.PROSE)]
POSITION = Column("position", N_("Who said it"), Holds.CODE, codes=Position)
"""A column that is computed when it is shown, and not stored: who said a status, and what the state said of it."""
LANGUAGES = " ".join(ORIGINALS)
