"""The titles of slides are messages: every number in them is counted anew from the rows of the API, at every stage."""

import re
from collections import Counter

import pytest

from bukhara.charts.act_words import act_text
from bukhara.charts.shapes import Label
from bukhara.i18n.words import words_of
from bukhara.model.partial_date import last_day
from bukhara.pack.slides import Slide, SlideKind
from bukhara.situation import on_file, steps
from bukhara.situation.situation import situations
from tests.pack.conftest import MOST_WORDS, number_of_words
from tests.stages import names
from tests.stages.test_counts import counted_cells, word_of
from tests.web.site_client import Site

NAMED = ("challenge", "need", "support_request")


def numbers(title: str) -> list[int]:
    """Return the numbers of a title without its number among several slides, and without years."""
    return [int(found) for found in re.findall(r"\d+", re.sub(r" \(\d+/\d+\)$", "", title))]


def over(site: Site, *codes: str, with_act: bool = False) -> int:
    """Return for how many themes reported in place the period ended before the day of the page, by the end itself."""
    cells = [c for c in situations(site.service.snapshot()) if c.country in codes and c.valid_until and not c.ended]
    ended = [c for c in cells if c.is_in_place and last_day(c.valid_until) < site.clock.moment.date()]
    return sum(any(on_file.happened(a) > last_day(c.valid_until) for a in c.acts) or not with_act for c in ended)


def expected(site: Site, cells: list[dict], slide: Slide) -> list[int] | None:
    """Return the numbers of a title from the rows of the API; None for a kind without any."""
    framework = site.service.snapshot().framework
    codes = [country.code for country in framework.countries]
    if slide.kind is SlideKind.COUNTRY:
        code = slide.subject.removeprefix("country-")
        words = Counter(word_of(row) for row in cells if row["country"] == code)
        first, *others = [n for n in (words["in place"], words["under way"]) if n] or [None]
        after = on_file.conference_day(framework, site.service.snapshot().as_of)
        items = on_file.marking(site.service.snapshot()).items()
        later = sum(s == code and any(a.day and on_file.happened(a) > after for a in acts) for (s, _), acts in items)
        ended = over(site, code)
        said = [ended] * bool(ended) + ([later] if later else others)
        return [first, sum(words.values()), *said] if first else []
    if slide.kind is SlideKind.MATRIX:
        ended, replaced = over(site, *codes), over(site, *codes, with_act=True)
        said = [sum(word_of(row) == "in place" for row in cells), ended, replaced]
        return [number for number in said if number]
    if slide.kind is SlideKind.CHALLENGES:
        own = {body.key for body in framework.bodies if body.country in codes and body.kind.value == "state"}
        said = [r for r in site.rows("evidence") if r["kind"] in NAMED and r["state"] == "value"]
        return [len({row["country"] for row in said if row["body"] in own and row["country"] in codes}), len(codes)]
    if slide.kind is SlideKind.STEPS:
        # the next steps of statements are no column of the API
        ahead = (step for step in steps.build(site.service.snapshot()) if not step.is_over)
        days = [step.statement.due_date for step in ahead]
        return [len(days), max(days).day, max(days).year]
    return None


@pytest.mark.parametrize("name", names())
def test_titles_are_messages_whose_numbers_are_those_of_the_api(stages, name: str) -> None:
    site = stages.read(name)
    cells = counted_cells(site)
    for language in ("en", "ru"):
        talk = [s for s in site.slides(languages=(language,)) if not s.is_hidden]
        assert len({slide.title for slide in talk}) == len(talk)
        assert 8 <= len(talk) <= 16
        checked = 0
        for slide in talk[1:]:
            found = expected(site, cells, slide)
            checked += found is not None
            assert found is None or numbers(slide.title) == found, (slide.id, slide.title)
            if slide.kind is not SlideKind.MATRIX:
                assert number_of_words(slide) <= MOST_WORDS, slide.id
        assert checked >= 7


@pytest.mark.parametrize("name", names())
def test_slides_offer_no_state_whose_period_is_over_and_have_the_later_acts_of_each(stages, name: str) -> None:
    site = stages.read(name)
    snapshot = site.service.snapshot()
    short, texts = snapshot.framework.country, snapshot.framework.item
    cells = [c for c in situations(snapshot) if c.country in {each.code for each in snapshot.framework.countries}]
    over = [cell for cell in cells if cell.ended or cell.period_ended]
    after = on_file.conference_day(snapshot.framework, snapshot.as_of)
    for language in ("en", "ru"):
        words, slides = words_of(language), site.slides(languages=(language,))
        share = re.escape(words("Reported in place: {states}. What could be shared with the others?", states="@"))
        # read out, a cell without a word is left out
        read_out = [getattr(b, "description", "") for s in slides for b in s.blocks]
        assert [each for each in read_out if ": ;" in each or ": ." in each] == []
        points = [p for s in slides if s.kind is SlideKind.QUESTIONS for b in s.blocks for p in b.points]
        offers = [(p.about, found[1]) for p in points if (found := re.fullmatch(share.replace("@", "(.*)"), p.text))]
        said = [(words.text(texts(cell.item).short), words.text(short(cell.country).short)) for cell in over]
        assert [pair for pair in said for about, states in offers if pair[0] == about and pair[1] in states] == []
        drawn = {
            s.subject: [p.text for p in s.blocks[0].parts if isinstance(p, Label)]
            for s in slides
            if "country-" in s.subject
        }
        for cell in cells:
            later = [act for act in on_file.weightiest(cell.acts) if act.day and on_file.happened(act) > after]
            named = [act_text(act, words, is_signed=True) for act in later]
            assert [each for each in named if each not in " ".join(drawn[f"country-{cell.country}"])] == []
