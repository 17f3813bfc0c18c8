"""The tables of open data, each described once, for the API, `bukhara export`, pages and documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bukhara.exports import columns
from bukhara.model.messages import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What is said of a table wherever it is offered; its rows are made in `bukhara/service/open_data.py`.

    `about` and `rules` are sentences for its readers; `filters` are names in `bukhara.exports.filters`; `key` is the
    column that no two rows share. `example` is an invented row: a table without one has no address in the API.
    """

    title: str
    about: str
    columns: tuple[str, ...]
    rules: str = ""
    filters: tuple[str, ...] = ()
    key: str = ""
    example: Mapping[str, object] = field(default_factory=dict)


TABLES: Mapping[str, Table] = {
    "observations": Table(
        title="Figures",
        about=N_("Figures, each with its unit, period, body, source and place"),
        columns=columns.OBSERVATIONS,
        rules=(
            "States are in fixed order. A gap has no value; its state says why. Zero is a value. `warnings` tells "
            "which rows asked for must not be put side by side; `defaults` which rows a default hides. With "
            "`source_class` the day of the newest source is the default day."
        ),
        filters=(
            "as_of",
            "country",
            "indicator",
            "period_from",
            "period_to",
            "source_class",
            "sex",
            "age_group",
            "topic",
        ),
        key="observation_id",
        example={
            "observation_id": "o-0123456789",
            "country": "XAA",
            "indicator": "BD-8b.1",
            "value": 0,
            "state": "value",
            "qualifier": "exact",
            "unit": "count",
            "period_start": "2022-01-01",
            "period_end": "2022-12-31",
            "period_code": "2022",
            "period_basis": "stated",
            "source_id": "example-source",
            "source_class": "exercise",
            "source_locator": "L1",
            "quote": "no cases were registered in 2022",
            "release": 1,
        },
    ),
    "evidence": Table(
        title="Evidence",
        about=N_("Statements, each with its body, source, place and quotation"),
        columns=columns.EVIDENCE,
        rules=(
            "States are in fixed order, otherwise as stored. `defaults` tells which rows a default hides. With "
            "`source_class` the day of the newest source is the default day."
        ),
        filters=("as_of", "country", "item", "indicator", "kind", "source_class", "topic", "q"),
        key="evidence_id",
        example={
            "evidence_id": "e-0123456789",
            "country": "XAA",
            "item": "BD-1",
            "indicator": "BD-1.1",
            "kind": "implementation",
            "state": "value",
            "status": "in_place",
            "since": "2022",
            "statement": "A national action plan was adopted.",
            "body": "Ministry of the Interior",
            "source_id": "example-source",
            "source_class": "exercise",
            "source_locator": ["L1", "L7"],
            "quote": ["the plan was adopted in 2022", "adopted a national plan"],
            "coding_status": "confirmed",
            "release": 1,
            "position": "own_answer",
        },
    ),
    "progress": Table(
        title="Progress",
        about=N_("The status of each theme in each state, and what it rests on"),
        columns=columns.PROGRESS,
        rules=(
            "Rows without item are a state's counts; rows without country an item's over the states; the others a "
            "state's status on an item. Levels are given in rounds only. Nothing orders the states."
        ),
        filters=("as_of", "country", "item", "pillar", "reading", "method"),
        example={
            "country": "XAA",
            "item": "BD-1",
            "indicator": "BD-1.1",
            "status": "in_place",
            "since": "2022",
            "coding_status": "confirmed",
            "reading": "example-reading",
            "method_version": "1",
            "release": 1,
            "state": "value",
            "ended": False,
            "position": "own_answer",
        },
    ),
    "differences": Table(
        title="Differences between sources",
        about=N_("Where sources differ, and what was decided about it"),
        columns=columns.DIFFERENCES,
        rules=(
            "Both sides as printed, with likely causes; neither is preferred. States are in fixed order. A "
            "decision holds for the two numbers that it was made about; where they changed, the difference is "
            "open again."
        ),
        filters=("as_of", "country", "status"),
        key="difference_group",
        example={
            "difference_group": "d-0123456789",
            "country": "XAA",
            "indicators": ["CTX-invented"],
            "kind": "parts_total",
            "first_value": 100,
            "second_value": 97,
            "ratio": 1.0309,
            "difference": 3,
            "likely_cause": "printing_error",
            "causes": ["printing_error"],
            "status": "open",
            "observation_ids": ["o-0123456789", "o-1123456789", "o-2123456789"],
            "release": 1,
        },
    ),
    "revisions": Table(
        title="Revisions of data sets",
        about=N_("What a newer edition of a data set changed"),
        columns=columns.REVISIONS,
        rules=(
            "One row for each cell that was changed, masked, added or is no longer published, with the print of "
            "both editions. `old` is `number` where the newer edition masks what the older one printed."
        ),
        filters=("as_of", "country"),
        example={
            "dataset": "example-dataset",
            "kind": "changed",
            "country": "XAA",
            "indicator": "CTX-invented",
            "period_code": "2021",
            "source_locator": "Persons convicted; Total; Total; Total; Total; 2021",
            "old_edition": "2024-05-17",
            "old": "15",
            "new_edition": "2025-04-14",
            "new": "<5",
            "release": 1,
        },
    ),
    "sources": Table(
        title="Sources",
        about=N_("The sources with their dates and addresses"),
        columns=columns.SOURCES,
        rules="The address of an internal source is not given.",
        filters=("as_of",),
        key="source_id",
        example={
            "source_id": "example-source",
            "source_class": "exercise",
            "title": "An invented report",
            "body": "Secretariat",
            "date": "2023-07-28",
            "language": "en",
            "access": "public",
            "release": 1,
        },
    ),
    "framework": Table(
        title="Framework",
        about=N_("The themes with their written conditions"),
        columns=columns.FRAMEWORK,
        rules="One row for each indicator. The codes of countries, pillars and readings are beside them.",
        filters=("lang",),
        example={
            "item": "BD-1",
            "item_name": "National action plan",
            "pillar": "prevention",
            "basis": "attested",
            "scope": "country",
            "indicator": "BD-1.1",
            "type": "milestone",
            "name": "Is a national action plan in force?",
            "lang": "en",
            "release": 1,
        },
    ),
    "releases": Table(
        title="Releases",
        about="The history of publications",
        columns=columns.RELEASES,
        rules=(
            "A release is never changed afterwards; a revert is a new one. `note` says what changed in the data "
            "and why, in English, as /releases does."
        ),
        example={
            "number": 1,
            "created_at": "2026-11-24T12:00:00+00:00",
            "note": "new or corrected answers: Answers of Alfa, from Example source",
            "framework_version": "1",
            "method_version": "1",
            "blocks": ["tracker/XAA/example-source"],
            "reverts": None,
            "revert_scope": None,
        },
    ),
    "breakdowns": Table(
        title="Breakdowns on record",
        about="Which breakdowns of each measure are on record for each state",
        columns=columns.BREAKDOWNS_ON_RECORD,
        filters=("as_of",),
    ),
}
