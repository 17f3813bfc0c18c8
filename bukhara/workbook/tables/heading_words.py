"""Proposes what the words of a heading mean: a measure, a country, women, a total; the sender decides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bukhara.model.codes import IndicatorType
from bukhara.model.framework import AskedSeries, Framework, Indicator
from bukhara.model.observation import BREAKDOWNS
from bukhara.workbook.labels import labels_of
from bukhara.workbook.letters import matched
from bukhara.workbook.tables.heading_periods import names_period
from bukhara.workbook.tables.region_words import (
    LEFT_OUT,
    MEASURES,
    NAMED_PERIOD,
    NOTHING,
    OF_ROW_ABOVE,
    PARTS,
    RELATED,
    TOTAL,
)

LANGUAGES = ("en", "ru")


class Plain(StrEnum):
    """What a heading can be besides a country, a measure or a part of a breakdown."""

    NOTHING = "nothing"
    PERIOD = "period"
    LEAVE_OUT = "leave"
    TOTAL = "total"
    OF_ROW_ABOVE = "above"
    TERRITORY = "territory"


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
    """Proposes meanings by the words of the framework and of the region's forms."""

    def __init__(self, framework: Framework, measures: Iterable[MeasureChoice]) -> None:
        self._measures = {each.code for each in measures}
        self._names = {
            matched(each.measure.name.in_(language)): f"measure:{each.code}"
            for each in measures
            for language in LANGUAGES
            if each.series is None or each.code == each.measure.id
        }
        self._countries = {
            matched(name.in_(language)): f"country:{country.code}"
            for country in framework.countries
            for name in (country.name, country.short)
            for language in LANGUAGES
        }
        self._labels = {
            label: f"{column}:{code}" for column in BREAKDOWNS for label, code in labels_of(column, LANGUAGES).items()
        }

    def proposed(self, text: str) -> tuple[str, ...]:
        """Return the meanings of a heading; none if it has to be asked."""
        whole = matched(text)
        exact = self._names.get(whole) or self._countries.get(whole) or self._labels.get(whole)
        if exact:
            return (exact,)
        plain = text.casefold().replace("ё", "е").strip(" :;,.-–—")
        if re.search(LEFT_OUT, plain):
            return (Plain.LEAVE_OUT.value,)
        found = self._found(plain)
        period = (Plain.PERIOD.value,) if names_period(text) or NAMED_PERIOD.search(plain) else ()
        # two measures, or women and men in one heading, are asked about
        columns = [code.partition(":")[0] for code in found]
        if len(set(columns)) < len(columns) or any(map(RELATED.search, [plain] if "measure" in columns else [])):
            return ()
        if not found and period and not is_only_period(text):
            return ()
        if not found and not period and re.search(NOTHING, plain):
            return (Plain.NOTHING.value,)
        return (*found, *period)

    def _found(self, plain: str) -> list[str]:
        known = {code: words for code, words in MEASURES.items() if code in self._measures}
        found = [f"measure:{code}" for code, words in known.items() if re.search(words, plain)]
        found += [code for code, words in PARTS.items() if re.search(words, plain)]
        if re.search(OF_ROW_ABOVE, plain):
            return [Plain.OF_ROW_ABOVE.value, *found]
        return [*found, Plain.TOTAL.value] if re.search(TOTAL, plain) else found


def is_only_period(text: str) -> bool:
    """Return whether a heading has words of a period and nothing else that could mean something."""
    rest = re.sub(
        r"\d+|-?[оеый]{1,2}\b|[ivx]{1,4}\b|[-–—.,()/]|\b(?:за|по|с|г|гг|год\w*|year|жыл\w*|йил\w*|yil\w*|ýyl\w*|сол\w*"
        r"|период|полугоди\w*|п|квартал\w*|кв|месяц\w*|мес|half|first|second|перв\w*|втор\w*|quarter|months?|the|of"
        r"|нарастающим|итогом|с начала)\b",
        " ",
        text.casefold(),
    )
    plain = text.casefold().replace("ё", "е").strip()
    if NAMED_PERIOD.search(plain):
        return True
    return names_period(text) and not any(len(word) > 2 and not names_period(word) for word in rest.split())
