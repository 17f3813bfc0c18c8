"""The tables of open data, each described once, for the API, `bukhara export`, pages and documents."""

from collections.abc import Mapping
from dataclasses import dataclass

from bukhara.exports import columns
from bukhara.model.messages import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What is said of a table wherever it is offered; its rows are made in `bukhara/service/releases/open_data.py`.

    `about` and `rules` are sentences for its readers; `filters` are names in `bukhara.exports.filters`; `key` is the
    column that no two rows share. One that is not `in_api` is in the archive of a release alone.
    """

    title: str
    about: str
    columns: tuple[str, ...]
    rules: str = ""
    filters: tuple[str, ...] = ()
    key: str = ""
    in_api: bool = True


_PERIOD = ("period_from", "period_to")
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
        filters=("as_of", "country", "indicator", *_PERIOD, "source_class", "sex", "age_group", "topic"),
        key="observation_id",
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
    ),
    "sources": Table(
        title="Sources",
        about=N_("The sources with their dates and addresses"),
        columns=columns.SOURCES,
        rules="A source that is not public has neither title nor address here.",
        filters=("as_of",),
        key="source_id",
    ),
    "framework": Table(
        title="Framework",
        about=N_("The themes with their written conditions"),
        columns=columns.FRAMEWORK,
        rules="One row for each indicator. The codes of countries, pillars and readings are beside them.",
        filters=("lang",),
    ),
    "releases": Table(
        title="Releases",
        about="The history of publications",
        columns=columns.RELEASES,
        rules=(
            "A release is never changed afterwards; a revert is a new one. `note` says what changed in the data "
            "and why, in English, as /releases does."
        ),
    ),
    "breakdowns": Table(
        title="Breakdowns on record",
        about="Which breakdowns of each measure are on record for each state",
        columns=columns.BREAKDOWNS_ON_RECORD,
        filters=("as_of",),
        in_api=False,
    ),
}
