"""A sentence that says that something is absent is a query over all rows: at no stage does a row contradict it."""

import re
from collections.abc import Iterator

import pytest

from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import BodyKind, Scope
from bukhara.model.round import ReplyKind
from bukhara.pack.slides import SlideKind
from bukhara.views.countries import country
from tests.stages import EXERCISE, names
from tests.web.site_client import Site

NONE = {
    "challenge": "Challenges named by the state None named",
    "need": "Needs named None named",
    "step": "Own next steps None announced",
    "difference": "No difference between sources is open.",
    "count": "no dated count of offences or victims",
}
OF_OFFENCES_AND_VICTIMS = ("CTX-registered", "CTX-victims")


def contradicting(site: Site, code: str) -> Iterator[str]:
    """Yield what rows of the API about a state say that a sentence on its page or in its brief may deny."""
    snapshot = site.service.snapshot()
    others = {body.key for body in snapshot.framework.bodies if body.kind is not BodyKind.STATE}
    for row in site.rows("evidence", country=code):
        if row["state"] == "value" and row["body"] not in others and row["source_class"] != "desk_research":
            yield {"support_request": "need"}.get(row["kind"], row["kind"])
            yield "step" if row["next_step"] else ""
    yield from ("difference" for row in site.rows("differences", country=code) if row["status"] == "open")
    for row in site.rows("observations", country=code):
        is_own = row["state"] == "value" and row["period_start"] and row["unit"] == "count"
        if is_own and row["indicator"].startswith(OF_OFFENCES_AND_VICTIMS) and row["reporter"] not in others:
            yield "count" if row["source_class"] != "desk_research" else ""


@pytest.mark.parametrize("name", names())
def test_what_is_said_to_be_absent_is_in_no_row(stages, name: str) -> None:
    site, denied = stages.read(name), set()
    snapshot = site.service.snapshot()
    for state in snapshot.framework.countries:
        page = site.read(f"/countries/{state.code}")
        view = site.service.view(country.build, snapshot, state.code)
        figures = brief(snapshot, view, words_of("en")).figures.others
        said = page if figures.entries else f"{page} {figures.empty}"
        none = {what for what, sentence in NONE.items() if sentence in said}
        assert not none & set(contradicting(site, state.code)), state.code
        denied |= none
    assert denied


UNUSED = "Nothing from this source is used as of this day."
UNANSWERED = "No source that sets a status answers the question."
UNDATED, NO_OUTCOME = "no entry with a date", "outcome not named so far"
NO_OBJECTION, NOT_LISTED = "No objection of the state is open.", "named none on these themes in these sources"
OBJECTING = (ReplyKind.OBJECTION, ReplyKind.ITEM_OBJECTION)


def is_told(step: dict, row: dict, days: dict[str, str]) -> bool:
    """Return whether a row of another source, of the step's day or later, names the outcome of a step."""
    is_other = row["indicator"] == step["indicator"] and row["source_id"] != step["source_id"]
    return is_other and days[row["source_id"]] >= days[step["source_id"]]


def denials(site: Site, number: int) -> Iterator[tuple[str, bool]]:
    """Yield each sentence that is shown, and whether rows contradict it; each stage has another state and other themes."""
    framework, snapshot = site.service.snapshot().framework, site.service.snapshot()
    every = {
        name: [*site.rows(name), *site.rows(name, source_class="desk_research")] for name in ("evidence", "sources")
    }
    figures = [*site.rows("observations"), *site.rows("observations", source_class="desk_research")]
    own = [row for row in site.rows("evidence") if row["source_class"] != "desk_research" and row["state"] == "value"]
    days = {row["source_id"]: row["date"] for row in every["sources"]}
    used = {row["source_id"] for row in (*every["evidence"], *figures)}
    for source in {*(days.keys() - used), *sorted(days, key=days.__getitem__)[-3:]}:
        if UNUSED in site.read(f"/evidence/{source}"):
            yield UNUSED, source in used
    country = framework.countries[number % len(framework.countries)]
    of_states = [item for item in framework.items if item.scope is Scope.COUNTRY and item.milestones]
    for item in of_states:
        said = site.read(f"/evidence/{country.code}/{item.id}").count(UNANSWERED)
        answered = {row["indicator"] for row in own if row["country"] == country.code and row["status"]}
        if said:
            yield UNANSWERED, said > len({each.id for each in item.milestones} - answered)
    for item in of_states[number % 7 :: 7]:
        page = site.html(f"/themes/{item.id}?lang=en")
        for state in framework.countries:
            name = f'font-weight="700">{re.escape(state.short.in_("en"))}</tspan></text>'
            if re.search(rf"{name}(?:(?!<tspan font-weight).)*?{UNDATED}", page, re.DOTALL):
                about = [row for row in own if (row["country"], row["item"]) == (state.code, item.id) and row["status"]]
                yield UNDATED, any(row["since"] or row["valid_until"] for row in about)
    if NONE["difference"] in site.read("/"):
        yield NONE["difference"], any(row["status"] == "open" for row in site.rows("differences"))
    (challenges,) = (slide for slide in site.slides(languages=("en",)) if slide.kind is SlideKind.CHALLENGES)
    for state in framework.countries:
        page, code = site.read(f"/countries/{state.code}"), state.code
        due = [row for row in own if row["country"] == code and row["due_date"]]
        told = [row for row in own if row["country"] == code and row["step_outcome"]]
        unknown = [row for row in due if not any(is_told(row, other, days) for other in told)]
        if said := page.count(NO_OUTCOME):
            yield NO_OUTCOME, said > len(unknown)
        for item in {row["item"] for row in due} if state == country else ():
            if said := site.read(f"/evidence/{code}/{item}").count(NO_OUTCOME):
                yield NO_OUTCOME, said > sum(row["item"] == item for row in unknown)
        if NO_OBJECTION in page:
            replies = (r for r in snapshot.replies if r.country == code and r.reply_id not in snapshot.outdated)
            yield NO_OBJECTION, any(reply.kind in OBJECTING for reply in replies)
        is_listed = re.search(f"{state.short.in_('en')}: (challenge|need)", str(challenges.blocks))
        if NOT_LISTED in str(challenges.notes.cautions) and not is_listed:
            yield NOT_LISTED, bool({"challenge", "need"} & set(contradicting(site, code)))


@pytest.mark.parametrize(("number", "name"), list(enumerate(names())))
def test_what_is_denied_of_sources_questions_dates_and_steps_is_in_no_row(stages, number: int, name: str) -> None:
    found = list(denials(stages.read(name), number))
    # the steps of an invented state fell due before its newest answer
    assert (NO_OUTCOME, False) in found or name != f"{EXERCISE}first start"
    assert [sentence for sentence, is_contradicted in found if is_contradicted] == []
