"""A sentence that says that something is absent is a query over all rows: at no stage does a row contradict it."""

from collections.abc import Iterator

import pytest

from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import BodyKind
from bukhara.views.countries import country
from tests.stages import names
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
