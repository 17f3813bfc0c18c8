"""The parameters of requests: one model for each address. Unknown parameters are refused."""

import re
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from bukhara.exports.formats import FORMATS
from bukhara.model.codes import Kind, SourceClass
from bukhara.model.difference import DifferenceStatus
from bukhara.model.partial_date import checked

LARGEST_PAGE = 10_000
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


def _filter(description: str, example: Any, name: str | None = None) -> Any:
    return Field(default_factory=list, alias=name, description=description, json_schema_extra={"example": example})


def _one(description: str, example: Any, default: Any = None) -> Any:
    return Field(default, description=description, json_schema_extra={"example": example})


Words = Annotated[list[str], BeforeValidator(_split)]
SourceClasses = Annotated[list[SourceClass], BeforeValidator(_split)]
Kinds = Annotated[list[Kind], BeforeValidator(_split)]
Standings = Annotated[list[DifferenceStatus], BeforeValidator(_split)]
Day = Annotated[date, BeforeValidator(_day)]
PartialDate = Annotated[str, AfterValidator(checked)]

COUNTRIES = "countries"
"""The name of the filter by states, as on every page; rows have the column `country`."""
COUNTRY = "Codes of states, comma separated or repeated; REG is the region, INT a body of no country."
TOPIC = "Codes of topics (docs/data.md): rows that carry one of them."
AS_OF = "Only sources dated on or before this day; by default the day of the latest reading or round."


class Paging(BaseModel):
    """Parameters of every list."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(
        1000, ge=1, le=LARGEST_PAGE, description="Rows of a JSON page.", json_schema_extra={"example": 100}
    )
    offset: int = Field(0, ge=0, le=10**9, description="Rows before a JSON page.", json_schema_extra={"example": 0})
    format: Literal[*FORMATS] = _one(  # type: ignore[valid-type]
        "The form of the answer; all but json are whole, whatever the limit.", "csv", "json"
    )

    @property
    def filters(self) -> dict[str, Any]:
        """The parameters that filter rows, by name: all but those of page, format and day."""
        return self.model_dump(exclude={"limit", "offset", "format", "as_of", "method"})

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the schema; kept where it is asked for without arguments, as flask-openapi3 does at each request."""
        return super().model_json_schema(*args, **kwargs) if args or kwargs else _schema(cls)


@cache
def _schema(model: type[Paging]) -> dict[str, Any]:
    return super(Paging, model).model_json_schema()


class DatedQuery(Paging):
    """Parameters of what depends on a day."""

    as_of: Day | None = _one(AS_OF, "2023-07-28")


class TableQuery(DatedQuery):
    """Parameters of rows about states."""

    model_config = ConfigDict(populate_by_name=True)

    country: Words = _filter(COUNTRY, ["KAZ", "UZB"], COUNTRIES)


class ObservationsQuery(TableQuery):
    """Parameters of observations."""

    indicator: Words = _filter("Ids of indicators (see framework).", ["BD-1.1"])
    period_from: PartialDate | None = _one("The whole period lies on or after this date.", "2021")
    period_to: PartialDate | None = _one("The whole period lies on or before this date.", "2022-06")
    source_class: SourceClasses = _filter("The class of the source.", ["conference_report"])
    sex: Words = _filter("Sex, where a figure is broken down by it.", ["female"])
    age_group: Words = _filter("Age group, where a figure is broken down by it.", ["minor"])
    topic: Words = _filter(TOPIC, ["children"])


class EvidenceQuery(TableQuery):
    """Parameters of evidence."""

    item: Words = _filter("Ids of items (see framework).", ["BD-1"])
    indicator: Words = _filter("Ids of indicators (see framework).", ["BD-1.1"])
    kind: Kinds = _filter("What a statement is.", ["implementation"])
    source_class: SourceClasses = _filter("The class of the source.", ["conference_report"])
    topic: Words = _filter(TOPIC, ["children"])
    q: Annotated[str, Field(max_length=200)] = _one(
        "Text contained in statement, translation, quote or body, whatever the case.", "action plan", ""
    )


class ProgressQuery(TableQuery):
    """Parameters of progress."""

    item: Words = _filter("Ids of items (see framework).", ["BD-1"])
    pillar: Words = _filter("Ids of pillars (see framework).", ["protection"])
    reading: str | None = _one("Id of a reading or round: progress as of its day.", "astana-2023")
    method: Literal["now", "then"] = _one(
        "Whether an earlier day is judged by the items and method of now, or of the release current then.",
        "then",
        "now",
    )


class DifferencesQuery(TableQuery):
    """Parameters of differences between sources."""

    status: Standings = _filter("Whether somebody decided: open, explained or decided.", ["open"])


class RevisionsQuery(TableQuery):
    """Parameters of revisions of data sets."""


class FrameworkQuery(Paging):
    """Parameters of the framework."""

    lang: str = _one("Language of the texts.", "ru", "en")
