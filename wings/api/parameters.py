"""The parameters of requests: a model for each table, made from its filters. Unknown parameters are refused."""

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model, model_validator

from bukhara.exports.filters import FILTERS
from bukhara.exports.formats import FORMATS
from bukhara.exports.tables import Table

LARGEST_PAGE = 10_000
COUNTRIES = "countries"
"""The name of the filter by states, as on every page; rows have the column `country`."""
_OF_ANSWER = ("limit", "offset", "format")


def _example(example: object) -> dict[str, Any]:
    return {"example": example}


class Paging(BaseModel):
    """Parameters of every table."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(1000, ge=1, le=LARGEST_PAGE, description="Rows of a JSON page.", json_schema_extra=_example(100))
    offset: int = Field(0, ge=0, le=10**9, description="Rows before a JSON page.", json_schema_extra=_example(0))
    format: Literal[*FORMATS] = Field(  # type: ignore[valid-type]
        "json",
        description="The form of the answer; all but json are whole, whatever the limit.",
        json_schema_extra=_example("csv"),
    )

    @model_validator(mode="before")
    @classmethod
    def _renamed(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Take the name `country`, which is promised to programs, where `countries` is not given."""
        return {COUNTRIES if name == "country" else name: value for name, value in sorted(given.items())}

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters of the table, by name: all but those of page and format."""
        return self.model_dump(exclude=set(_OF_ANSWER))

    @classmethod
    def model_json_schema(cls, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return the schema; kept where it is asked for without arguments, as flask-openapi3 does at each request."""
        return super().model_json_schema(*args, **kwargs) if args or kwargs else _schema(cls)


@cache
def _schema(model: type[Paging]) -> dict[str, Any]:
    return super(Paging, model).model_json_schema()


def query_of(name: str, table: Table) -> type[Paging]:
    """Return the model of the parameters of a table."""
    fields: dict[str, Any] = {each: (FILTERS[each].type, _field(each)) for each in table.filters}
    return create_model(f"{name.title()}Query", __base__=Paging, **fields)


def _field(name: str) -> Any:
    each = FILTERS[name]
    default: dict[str, Any] = {"default_factory": list} if each.takes_several else {"default": each.default}
    alias = COUNTRIES if name == "country" else None
    return Field(**default, alias=alias, description=each.about, json_schema_extra=_example(each.example))
