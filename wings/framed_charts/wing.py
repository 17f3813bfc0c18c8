"""The wing of charts in frames on other sites: an address, and the lines to copy on the page of a chart."""

from bukhara.wing import Wing

WING = Wing(
    register="wings.framed_charts.frames:register",
    open={"embed": "/embed/<chart>"},
    shows={"chart": "wings.framed_charts.frames:lines_to_copy"},
)
