"""The forms and limits of the fields of indicators.yaml, which pydantic checks."""

from typing import Annotated, TypeVar

from pydantic import Field

T = TypeVar("T")
PlaceCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Identifier = Annotated[str, Field(pattern=r"^[A-Z]{2,4}-[0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)*$")]
Lines = Annotated[str, Field(pattern=r"^L\d+([ ,-]+L?\d+)*( \| L\d+([ ,-]+L?\d+)*)*$")]
Some = Annotated[tuple[T, ...], Field(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(ge=0, le=10)]
Count = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=1)]
