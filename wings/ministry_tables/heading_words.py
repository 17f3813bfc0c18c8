"""Proposes what a heading means: a measure, a country, women, a total; the sender decides."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bukhara.i18n.languages import translated_languages
from bukhara.model.codes import IndicatorType
from bukhara.model.framework import AskedSeries, Framework, Indicator
from bukhara.workbook.letters import matched
from wings.ministry_tables.covering_line import covering_line
from wings.ministry_tables.heading_reading import BODY, LEAVE_OUT, HeadingReading, is_part_alone, read_heading

NOTHING = "nothing"
"""What a heading means that says nothing more, such as a title."""


@dataclass(frozen=True, slots=True)
class MeasureChoice:
    """A measure as a heading can mean it: of one with several stages, each is a choice of its own."""

    code: str
    measure: Indicator
    series: AskedSeries | None = None


def measure_choices(framework: Framework, *, others: bool) -> tuple[MeasureChoice, ...]:
    """Return the measures that states are asked for, and with `others` the context measures that others observe."""
    found: list[MeasureChoice] = []
    for each in framework.indicators:
        if each.type is not IndicatorType.MEASURE or not (each.series or (others and each.group == "context")):
            continue
        staged = [series for series in each.series if series.stage]
        if staged and (len(staged) > 1 or staged[0].stage == "identified"):
            found += [MeasureChoice(f"{each.id}/{series.stage}", each, series) for series in staged]
        else:
            found.append(MeasureChoice(each.id, each, each.series[0] if each.series else None))
    return tuple(found)


class HeadingWords:
    """Proposes meanings by the names of the framework and the words of the region's offices."""

    def __init__(self, framework: Framework, measures: Iterable[MeasureChoice]) -> None:
        self._measures = {f"measure:{each.code}" for each in measures}
        self._names = {
            matched(each.measure.name.in_(language)): f"measure:{each.code}"
            for each in measures
            for language in translated_languages()
            if each.series is None or each.code == each.measure.id
        }
        self._names |= {
            matched(name.in_(language)): f"country:{country.code}"
            for country in framework.countries
            for name in (country.name, country.short)
            for language in translated_languages()
        }

    def read(self, text: str) -> HeadingReading:
        """Return the meanings of a heading, and the words that are not understood; then it has to be asked about."""
        exact = self._names.get(matched(text))
        if exact:
            return HeadingReading((exact,))
        letter = covering_line(text)
        found = read_heading(letter.body if letter else text)
        if letter and (found.left or found.codes != (BODY,)):
            found = read_heading(text)
        unknown = {code for code in found.codes if code.startswith("measure:")} - self._measures
        return replace(found, left=(*found.left, text)) if unknown else found

    def proposed(self, text: str, *, above: bool) -> tuple[str, ...]:
        """Return the meanings of a heading; none if it has to be asked about.

        That is a body that is not `above` it all; and above it all "of whom", which does not say of what, and "%", for
        which a whole table would be left out.
        """
        found = self.read(text)
        is_open = is_part_alone(text) or LEAVE_OUT in found.codes if above else BODY in found.codes
        if found.left or is_open:
            return ()
        return tuple(code for code in found.codes if code != BODY) or (NOTHING,)
