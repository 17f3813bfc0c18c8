"""Each day of a span is as its first day (service/spans.py): what was computed for one of them holds for the others."""

from datetime import date, timedelta
from itertools import groupby

import pytest

from bukhara.model.release import _days
from bukhara.pack import PackChoice
from bukhara.pack.material import _country_views
from bukhara.service import core
from bukhara.service.reading.snapshots import first_day_as, snapshot_of
from bukhara.situation import contested, steps
from bukhara.situation.replies import objections
from bukhara.situation.situation import _situations
from bukhara.views.evidence.evidence import _with_facets, word_index
from tests.addresses import crawl
from tests.stages import EXERCISE

FIRST = date(2021, 1, 1)
DAYS = [FIRST + timedelta(n) for n in range(8 * 365)]
STAGES = ("objected, then coded anew", "articles loaded", f"{EXERCISE}next round, one answer")


def alone(service, day: date):
    """Return the snapshot of a day that shares nothing with other days."""
    contents = service.shown_contents(service.ready())
    return snapshot_of(
        contents,
        service.framework_of(contents),
        as_of=day,
        read_on=day,
        found=service._differences(contents),
        public_reports=service.settings.public_reports,
    )


def spans_of(service) -> list[tuple[date, date]]:
    """Return the first and the last day of each span of more than one day."""
    contents = service.shown_contents(service.ready())
    framework = service.framework_of(contents)
    spans = ((first, list(days)) for first, days in groupby(DAYS, lambda day: first_day_as(day, contents, framework)))
    return [(max(first, FIRST), days[-1]) for first, days in spans if len(days) > 1]


@pytest.mark.parametrize("name", STAGES)
def test_the_last_day_of_a_span_is_as_its_first_but_for_the_day(stages, name: str) -> None:
    site = stages.read(name)
    spans = spans_of(site.service)
    day = spans[-1][0]
    for page in (*crawl(exercise=name.startswith(EXERCISE))[::7], "/evidence?lang=en", "/search?q=law&lang=ru"):
        site.client.get(f"{page}&as_of={day}")
    site.service.pack(PackChoice(), site.service.snapshot(day))
    computed = set(site.service.snapshot(day)._kept()) - {_days}
    assert {_situations, _with_facets, word_index, _country_views, objections, contested.build, steps.build} <= computed
    for number, (first, last) in enumerate(spans):
        of_first, of_last, expected = (
            site.service.snapshot(first),
            site.service.snapshot(last),
            alone(site.service, last),
        )
        assert of_last == expected, (first, last)
        # the index of words is most of the time; it reads the rows, which were compared, and of the day nothing
        for make in computed - ({word_index} if number % 8 else set()):
            assert of_first.once(make) == make(expected), (make, first, last)
            assert of_last.once(make) is of_first.once(make)


@pytest.mark.parametrize("name", STAGES)
def test_a_page_of_a_day_is_the_same_whoever_asked_for_another_day_before(stages, monkeypatch, name: str) -> None:
    site, other = stages.open(name), stages.open(name)
    first, day = spans_of(site.service)[-1]
    pages = crawl(exercise=name.startswith(EXERCISE))[STAGES.index(name) :: 5]
    shown = [[site.client.get(f"{page}&as_of={each}").data for page in pages] for each in (first, day)][1]
    monkeypatch.setattr(core, "first_day_as", lambda asked, *_: asked)
    made = [other.client.get(f"{page}&as_of={day}").data for page in pages]
    assert [page for page, *bodies in zip(pages, shown, made, strict=True) if bodies[0] != bodies[1]] == []
