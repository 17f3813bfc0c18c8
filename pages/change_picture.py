"""The picture of the statuses that changed, before and now; Overview shows it, and Themes its file."""

from collections.abc import Sequence
from dataclasses import replace

from bukhara.charts import before_now as before_now_chart
from bukhara.charts.chart import Chart
from bukhara.views import before_now
from bukhara.views.narrative import CountryChanges
from web.charts import evidence_address, status_source
from web.request import PageRequest


def change_picture(page_request: PageRequest, country_changes: Sequence[CountryChanges]) -> tuple[Chart, ...]:
    """Return the picture of the statuses that changed; nothing where none did."""
    framework, words = page_request.snapshot.framework, page_request.words
    view = before_now.build(framework, country_changes)
    if not view.moves:
        return ()
    source, href = status_source(page_request), evidence_address(page_request)
    return (replace(before_now_chart.chart(view, framework, words, source=source, href=href), compact=True),)
