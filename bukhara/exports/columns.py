"""The documented columns of the open data, in order (docs: Addresses), and their types. Columns are only added."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from bukhara.model.codes import CodingStatus, Position, SourceClass, State, Status
from bukhara.model.columns import POSITION, Holds, Role, columns_of, names
from bukhara.model.difference import Cause, DifferenceKind, DifferenceStatus
from bukhara.model.observation import COUNTED, Observation
from bukhara.model.revision import RevisionKind
from bukhara.model.source import Source
from bukhara.model.statement import STEP, Statement
from bukhara.progress.coverage import NoLevel


def _with_later(record: type, *listed: str) -> tuple[str, ...]:
    """Return columns that are promised, and at the end those that were added to the record since."""
    return (*listed, *(name for name in names(record, Role.LATER) if name not in listed))


_COUNTED = tuple(name for name in COUNTED if name not in names(Observation, Role.LATER))
OBSERVATIONS = _with_later(
    Observation,
    *("observation_id", "country", "indicator", "value", "state", "qualifier", "value_low", "value_high"),
    *_COUNTED,
    *("period_start", "period_end", "period_code", "period_basis", "reporter", "source_id", "source_class"),
    *("source_locator", "quote", "comparability_key", "difference_group", "partner", "kind_of_support", "asked_on"),
    *("release", "note", "topics", "parts_disagree"),
)
EVIDENCE = _with_later(
    Statement,
    *("evidence_id", "country", "item", "indicator", "kind", "state", "status", "since", "valid_until", "statement"),
    *("body", "partner", "evidence_grade", "source_id", "source_class", "source_locator", "quote", "coding_status"),
    *("release", "asked_on", "note", "topics", POSITION.name),
    *STEP,
)
# `state`, `ended` and `asked_on` follow the promised columns: without them a row with no status would be ambiguous.
PROGRESS = (
    *("country", "item", "indicator", "n", "in_place", "under_way", "planned", "challenge", "not_covered"),
    *("in_place_before", "continuing", "low", "high", "level", "level_capped", "coverage", "bound_low", "bound_high"),
    *("status", "since", "coding_status", "reading", "method_version", "release", "state", "ended", "asked_on"),
    *("mentioned", POSITION.name, "valid_until", "period_ended", "reported_on", "answer_due", "overdue", "no_level"),
)
SOURCES = _with_later(
    Source,
    *("source_id", "source_class", "title", "body", "document_number", "date", "language", "access", "address"),
    *("checksum", "release", "dataset", "edition"),
)
ITEM = (
    *("item", "item_name", "item_description", "pillar", "basis", "scope", "item_kind", "applies_from", "from_round"),
    *("item_weight", "protocol", "sdg", "glotip", "quote", "source_locator"),
)
INDICATOR = (
    *("indicator", "type", "name", "definition", "condition_in_place", "condition_partly", "condition_none"),
    *("condition_full_answer", "condition_not_counted", "group", "unit", "counting_unit", "periods"),
    *("disaggregations", "direction", "weight"),
)
FRAMEWORK = (*ITEM, *INDICATOR, "lang", "framework_version", "release", "ictip", "topics")
DIFFERENCES = (
    *("difference_group", "country", "indicators", "kind", "first_value", "second_value", "ratio", "difference"),
    *("likely_cause", "causes", "status", "decided_by", "decided_on", "decision_reason", "observation_ids"),
    *("reporters", "period_codes", "source_ids", "source_locators", "release"),
)
REVISIONS = (
    *("dataset", "kind", "country", "indicator", "counting_unit", "stage", "offence_class", "sex", "age_group"),
    *("form_of_exploitation", "citizenship", "territorial_scope", "period_code", "source_locator", "old_edition"),
    *("old", "new_edition", "new", "release"),
)
BREAKDOWNS_ON_RECORD = ("indicator", "country", "breakdown", "availability", "published", "masked")
RELEASES = (
    *("number", "created_at", "note", "framework_version", "method_version", "blocks", "reverts", "revert_scope"),
)


class ColumnType(StrEnum):
    """The type of the cells of a column."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    TRUTH = "truth"
    DAY = "day"
    LIST = "list"
    CITATIONS = "citations"


_DESCRIBED = {each.name: each for record in (Statement, Observation) for each in columns_of(record)}


def _holding(holds: Holds) -> tuple[str, ...]:
    return tuple(name for name, column in _DESCRIBED.items() if column.holds is holds)


def _codes(record: type) -> Mapping[str, type[StrEnum]]:
    return {each.name: each.codes for each in columns_of(record) if each.codes}


_NUMBERS = (
    *("level_capped", "coverage", "bound_low", "bound_high"),
    *("weight", "item_weight", "first_value", "second_value", "ratio", "difference"),
)
_COUNTS = (
    *("n", "in_place", "under_way", "planned", "challenge", "not_covered", "in_place_before", "continuing"),
    *("mentioned", "low", "high", "release", "number", "reverts", "published", "masked"),
)
_LISTS = (
    *("protocol", "sdg", "periods", "disaggregations", "blocks", "ictip"),
    *("indicators", "causes", "observation_ids", "reporters", "period_codes", "source_ids", "source_locators"),
)
TYPES: Mapping[str, ColumnType] = {
    **dict.fromkeys((*_holding(Holds.NUMBER), *_NUMBERS), ColumnType.NUMBER),
    **dict.fromkeys(_COUNTS, ColumnType.COUNT),
    **dict.fromkeys(("ended", "period_ended", "from_round", "parts_disagree"), ColumnType.TRUTH),
    **dict.fromkeys((*_holding(Holds.DAY), "decided_on", "reported_on", "answer_due", "overdue"), ColumnType.DAY),
    **dict.fromkeys((*_holding(Holds.TOPICS), *_LISTS), ColumnType.LIST),
    **dict.fromkeys(("quote", "source_locator"), ColumnType.CITATIONS),
}
"""Column -> its type; every other column is text. `since` and `valid_until` are text: often only a year."""
CODES: Mapping[str, Mapping[str, type[StrEnum]]] = {
    "observations": {**_codes(Observation), "source_class": SourceClass},
    "evidence": {**_codes(Statement), "source_class": SourceClass, POSITION.name: Position},
    "progress": {"status": Status, "coding_status": CodingStatus, "state": State}
    | {POSITION.name: Position, "no_level": NoLevel},
    "revisions": {"kind": RevisionKind},
    "differences": {"kind": DifferenceKind, "likely_cause": Cause, "status": DifferenceStatus},
}
"""Table -> its columns of text with a fixed list of codes."""

_EXAMPLES: Mapping[str, object] = {
    "observation_id": "o-0123456789",
    "evidence_id": "e-0123456789",
    "difference_group": "d-0123456789",
    "country": "XAA",
    "item": "BD-1",
    "item_name": "National action plan",
    "pillar": "prevention",
    "indicator": "BD-1.1",
    "indicators": ["BD-1.1"],
    "name": "Is a national action plan in force?",
    "value": 0,
    "unit": "count",
    "since": "2022",
    "period_start": "2022-01-01",
    "period_end": "2022-12-31",
    "period_code": "2022",
    "statement": "A national action plan was adopted.",
    "body": "Ministry of the Interior",
    "source_id": "example-source",
    "source_locator": ["L1", "L7"],
    "quote": ["as the source prints it", "and as it prints it elsewhere"],
    "reading": "example-reading",
    "first_value": 100,
    "second_value": 97,
    "ratio": 1.0309,
    "difference": 3,
    "observation_ids": ["o-0123456789", "o-1123456789", "o-2123456789"],
    "dataset": "example-dataset",
    "old_edition": "2024-05-17",
    "old": "15",
    "new_edition": "2025-04-14",
    "new": "<5",
    "title": "An invented report",
    "date": "2023-07-28",
    "lang": "en",
    "number": 1,
    "created_at": "2026-11-24T12:00:00+00:00",
    "blocks": ["tracker/XAA/example-source"],
    "release": 1,
}


def example_of(table: str, columns: Sequence[str]) -> dict[str, object]:
    """Return an invented row of a table: codes are the first of their list, and columns without an example left out."""
    codes = CODES.get(table, {})
    found = {name: next(iter(codes[name])).value if name in codes else _EXAMPLES.get(name) for name in columns}
    return {name: value for name, value in found.items() if value is not None}


def type_of(column: str) -> ColumnType:
    """Return the type of a column."""
    return TYPES.get(column, ColumnType.TEXT)
