"""Which reading or round is the latest on a day."""

from datetime import date

from bukhara.model.codes import ReadingKind
from bukhara.model.framework import Framework, Reading


def reading_at(framework: Framework, on: date, country: str = "") -> Reading | None:
    """Return the latest reading or round dated up to `on` about a state or the region, by default about every state.

    None before the first.
    """
    codes = (country,) if country else tuple(state.code for state in framework.countries)
    past = [reading for reading in framework.readings if reading.date <= on and reading.is_about(codes)]
    return max(past, key=lambda reading: (reading.date, reading.id), default=None)


def in_round(framework: Framework, country: str, on: date) -> bool:
    """Return whether the latest of readings and rounds on `on` is a round that asked `country`."""
    reading = reading_at(framework, on, country)
    return reading is not None and reading.kind is ReadingKind.ROUND
