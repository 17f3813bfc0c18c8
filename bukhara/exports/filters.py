"""The parameters of open data, each described once, for HTTP and Python: an unknown code is an error."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field

from bukhara.errors import CodeUnknown
from bukhara.i18n.readers import is_public
from bukhara.model.codes import Kind, SourceClass
from bukhara.model.difference import DifferenceStatus
from bukhara.model.partial_date import checked, first_day, last_day
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of

SEXES = ("female", "male")
AGES = ("adult", "minor")
Record = TypeVar("Record")
Asked = Mapping[str, Any]
"""Parameter -> what is asked for: codes, a day, a text; empty or None asks for nothing."""
Test = Callable[[Any], bool]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _split(value: Any) -> Any:
    # ?countries=KAZ,UZB and ?countries=KAZ&countries=UZB say the same.
    parts = value if isinstance(value, list) else [value]
    return [word.strip() for part in parts for word in str(part).split(",") if word.strip()]


def _day(value: Any) -> Any:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        message = "a day is written YYYY-MM-DD"
        raise ValueError(message)
    return value


_Words = Annotated[list[str], BeforeValidator(_split)]
_PartialDate = Annotated[str, AfterValidator(checked)] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A parameter: its type, meaning and an example for the API, the codes that exist, and which rows pass.

    Without `test`, one that takes several codes chooses rows by the column of its name. Any other does not choose rows:
    it says of which day, or in which language, they are.
    """

    about: str
    example: Any
    type: Any = _Words
    default: Any = ()
    known: Callable[[Snapshot], Iterable[str]] | None = None
    test: Callable[[Any, Snapshot], Test] | None = None

    @property
    def takes_several(self) -> bool:
        """Whether it takes one code or several."""
        return isinstance(self.default, tuple)


def _of_pillar(wanted: Any, snapshot: Snapshot) -> Test:
    pillars = {item.id: item.pillar for item in snapshot.framework.items}
    return lambda record: pillars.get(record.item) in wanted


def _of_sources(wanted: Any, snapshot: Snapshot) -> Test:
    cited = {source.source_id for source in snapshot.sources if source.source_class in wanted}
    return lambda record: record.source_id in cited


def _about_topic(wanted: Any, snapshot: Snapshot) -> Test:
    return lambda record: not set(wanted).isdisjoint(topics_of(snapshot.framework, record))


def _from_day(wanted: str, _: Snapshot) -> Test:
    start = first_day(checked(wanted))
    return lambda figure: bool(figure.period_start and figure.period_start >= start)


def _to_day(wanted: str, _: Snapshot) -> Test:
    end = last_day(checked(wanted))
    return lambda figure: bool(figure.period_end and figure.period_end <= end)


def _containing(wanted: str, _: Snapshot) -> Test:
    sought = wanted.strip().casefold()

    def contains(statement: Statement) -> bool:
        texts = (statement.statement, str(statement.statement_translation), statement.quote, statement.body)
        return any(sought in text.casefold() for text in texts)

    return contains


FILTERS = {
    "as_of": Filter(
        about="Only sources dated on or before this day; by default the day of the latest reading or round.",
        example="2023-07-28",
        type=Annotated[date, BeforeValidator(_day)] | None,
        default=None,
    ),
    "country": Filter(
        about="Codes of states, comma separated or repeated; REG is the region, INT a body of no country.",
        example=["KAZ", "UZB"],
        known=lambda shot: (country.code for country in shot.framework.countries + shot.framework.regions),
    ),
    "item": Filter(
        about="Ids of items (see framework).",
        example=["BD-1"],
        known=lambda shot: (item.id for item in shot.framework.items),
    ),
    "indicator": Filter(
        about="Ids of indicators (see framework).",
        example=["BD-1.1"],
        known=lambda shot: (indicator.id for indicator in shot.framework.indicators),
    ),
    "pillar": Filter(
        about="Ids of pillars (see framework).",
        example=["protection"],
        known=lambda shot: (pillar.id for pillar in shot.framework.pillars),
        test=_of_pillar,
    ),
    "kind": Filter(
        about="What a statement is.",
        example=["implementation"],
        type=Annotated[list[Kind], BeforeValidator(_split)],
        known=lambda _: Kind,
    ),
    "period_from": Filter(
        about="The whole period lies on or after this date.",
        example="2021",
        type=_PartialDate,
        default=None,
        test=_from_day,
    ),
    "period_to": Filter(
        about="The whole period lies on or before this date.",
        example="2022-06",
        type=_PartialDate,
        default=None,
        test=_to_day,
    ),
    "source_class": Filter(
        about="The class of the source.",
        example=["conference_report"],
        type=Annotated[list[SourceClass], BeforeValidator(_split)],
        known=lambda _: SourceClass,
        test=_of_sources,
    ),
    "sex": Filter(
        about="Sex, where a figure is broken down by it.",
        example=["female"],
        known=lambda shot: (*SEXES, *(figure.sex for figure in shot.observations)),
    ),
    "age_group": Filter(
        about="Age group, where a figure is broken down by it.",
        example=["minor"],
        known=lambda shot: (*AGES, *(figure.age_group for figure in shot.observations)),
    ),
    "topic": Filter(
        about="Codes of topics (docs/data.md): rows that carry one of them.",
        example=["children"],
        known=lambda shot: (topic.code for topic in shot.framework.topics),
        test=_about_topic,
    ),
    "q": Filter(
        about="Text contained in statement, translation, quote or body, whatever the case.",
        example="action plan",
        type=Annotated[str, Field(max_length=200)],
        default="",
        test=_containing,
    ),
    "reading": Filter(
        about="Id of a reading or round: progress as of its day.",
        example="astana-2023",
        type=str | None,
        default=None,
        known=lambda shot: (reading.id for reading in shot.framework.readings),
        test=lambda wanted, _: lambda row: row.reading == wanted,
    ),
    "method": Filter(
        about=("Whether an earlier day is judged by the items and method of now, or of the release current then."),
        example="then",
        type=Literal["now", "then"],
        default="now",
        known=lambda _: ("now", "then"),
    ),
    "status": Filter(
        about="Whether somebody decided: open, explained or decided.",
        example=["open"],
        type=Annotated[list[DifferenceStatus], BeforeValidator(_split)],
        known=lambda _: DifferenceStatus,
    ),
    "lang": Filter(
        about="Language of the texts.",
        example="ru",
        type=str,
        default="en",
        known=lambda shot: tuple(filter(is_public, shot.framework.languages)),
    ),
}


def check_codes(asked: Asked, snapshot: Snapshot) -> None:
    """Raise CodeUnknown for a code that neither the framework nor the record has."""
    for name, wanted in asked.items():
        known = FILTERS[name].known
        if not known or not wanted:
            continue
        codes = dict.fromkeys(code for code in known(snapshot) if code)
        for value in [wanted] if isinstance(wanted, str) else wanted:
            if value not in codes:
                raise CodeUnknown(name, value, codes)


def narrowed(found: Iterable[Record], asked: Asked, snapshot: Snapshot) -> list[Record]:
    """Return the records that pass every filter; one that asks for nothing lets every record pass.

    Raises:
        ValueError: `period_from` or `period_to` is neither a year, a month nor a day.
    """
    tests = [_test_of(name, wanted, snapshot) for name, wanted in asked.items() if wanted]
    return [record for record in found if all(test(record) for test in tests)]


def _test_of(name: str, wanted: Any, snapshot: Snapshot) -> Test:
    found = FILTERS[name]
    if found.test:
        return found.test(wanted, snapshot)
    return lambda record: not found.takes_several or getattr(record, name) in wanted
