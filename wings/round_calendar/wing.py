"""The wing of the days of a round as a calendar file, for the calendar of an office."""

from bukhara.wing import Wing

WING = Wing(
    routes=("wings.round_calendar.routes",),
    shows={"round days": "wings.round_calendar.routes:days_link"},
)
