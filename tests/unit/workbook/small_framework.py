"""A framework of two items and one measure, made by hand: enough for every rule of the workbook."""

from dataclasses import replace
from datetime import date

from bukhara.model.codes import BodyKind, IndicatorType, Scope, SourceClass
from bukhara.model.framework import Body, Country, Indicator
from bukhara.model.source import Source
from bukhara.model.text import Text
from tests.unit.progress.build import framework, indicator, item, text

BODY = "Ministry of Internal Affairs of Kazakhstan"
REPORT = Source(
    source_id="astana-2023-report",
    source_class=SourceClass.CONFERENCE_REPORT,
    title="Report of the Third International Conference",
    body="UNODC",
    date=date(2023, 7, 28),
)
LETTER = Source(
    source_id="kaz-letter-2026",
    source_class=SourceClass.STATE_SUBMISSION,
    title="Answer to the round",
    body=BODY,
    date=date(2026, 5, 1),
    document_number="=12/3",
    language="ru",
    access="internal",
)


def _named(indicator_id: str, kind: IndicatorType = IndicatorType.MILESTONE) -> Indicator:
    return replace(indicator(indicator_id, kind), name=text(f"About {indicator_id}"))


FRAMEWORK = framework(
    item("BD-2", scope=Scope.REGION, indicators=(_named("BD-2.1"), _named("BD-2.2", IndicatorType.FACT))),
    item("BD-8b", indicators=(_named("BD-8b.1"),)),
    item("BD-12", indicators=(_named("BD-12.1"),)),
    languages=("en", "ru"),
    countries=tuple(Country(code=code, name=text(code), short=text(code)) for code in ("KAZ", "KGZ", "UZB")),
    readings=(),
    bodies=(
        Body(name=Text.of(BODY), country="KAZ", kind=BodyKind.STATE),
        Body(name=Text.of("IOM"), country="INT", kind=BodyKind.INTERNATIONAL),
    ),
    measures=(replace(_named("CTX-registered", IndicatorType.MEASURE), item=""),),
)
