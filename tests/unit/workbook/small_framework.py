"""A framework of two items and one measure, made by hand: enough for every rule of the workbook."""

from datetime import date

from bukhara.model.codes import Basis, BodyKind, IndicatorType, ItemKind, Scope, SourceClass
from bukhara.model.framework import Body, Country, Crosswalk, Framework, Indicator, Instrument, Item, Pillar
from bukhara.model.source import Source
from bukhara.model.text import Text
from tests.unit.progress import build

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


def text(words: str) -> Text:
    """Return a text in English only."""
    return Text((("en", words),))


def _item(item_id: str, indicators: tuple[Indicator, ...], scope: Scope) -> Item:
    return Item(
        id=item_id, name=text(item_id), short=text(item_id), description=text(""), pillar="protection", basis=Basis.THEME, scope=scope,
        kind=ItemKind.MILESTONE, applies_from=date(2021, 11, 25), from_round=False, weight=1.0, quote="", line="",
        crosswalk=Crosswalk(), indicators=indicators,
    )  # fmt: skip


def _indicator(indicator_id: str, item: str, kind: IndicatorType) -> Indicator:
    return Indicator(id=indicator_id, item=item, type=kind, name=text(f"About {indicator_id}"))


METHOD = build.METHOD

FRAMEWORK = Framework(
    version="1", languages=("en", "ru"), instrument=Instrument(title=text("Bukhara"), heading=text("Working list"), note=text("")),
    method=METHOD,
    countries=tuple(Country(code=code, name=text(code), short=text(code)) for code in ("KAZ", "KGZ", "UZB")),
    regions=(Country(code="REG", name=text("Region"), short=text("Region")),),
    conferences=(), pillars=(Pillar(id="protection", name=text("Protection")),), readings=(),
    bodies=(
        Body(name=Text.of(BODY), country="KAZ", kind=BodyKind.STATE),
        Body(name=Text.of("IOM"), country="INT", kind=BodyKind.INTERNATIONAL),
    ),
    items=(
        _item("BD-2", (_indicator("BD-2.1", "BD-2", IndicatorType.MILESTONE),
                       _indicator("BD-2.2", "BD-2", IndicatorType.FACT)), Scope.REGION),
        _item("BD-8b", (_indicator("BD-8b.1", "BD-8b", IndicatorType.MILESTONE),), Scope.COUNTRY),
        _item("BD-12", (_indicator("BD-12.1", "BD-12", IndicatorType.MILESTONE),), Scope.COUNTRY),
    ),
    measures=(_indicator("CTX-registered", "", IndicatorType.MEASURE),),
)  # fmt: skip
