"""The wing of tables of another make: figures are taken from a ministry's own file, or from a table that is pasted."""

from bukhara.model.messages import N_
from bukhara.wing import Wing

WING = Wing(
    routes=("wings.ministry_tables.routes",),
    audit={
        "draft_map": N_("figures read from a ministry's own file"),
        "original": N_("fingerprint of the file that was sent"),
        "figures": N_("figures"),
        "left_out": N_("numbers left out"),
    },
    shows={
        "upload": "wings.ministry_tables.shown:paste_form",
        "file of another make": "wings.ministry_tables.shown:offer",
        "origin": "wings.ministry_tables.shown:origin",
    },
    findings={
        "no-data-sheet": N_(
            "No sheet with the columns of Statements, Statistics or Partners was found. The figures of a ministry's "
            "own table can be taken on the page “Upload”; for everything else please use the template."
        ),
    },
    tables=("table_mapping",),
)
