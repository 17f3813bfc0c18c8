"""One state by body: whom to ask, the part of each body, the parts put together; public only where the state says so."""

import csv
import io
import re

import pytest

from bukhara.model.codes import Access
from tests.filled_in import FilledIn
from tests.web.site_client import ORGANISER, SECRETARIAT, VIEWER, Site, commission, new_site
from tests.web.upload_files import send
from wings.bodies import by_body

KAZ = commission("KAZ")
NEW = "Ministry of Health of Kazakhstan"
ACADEMY = "Law Enforcement Academy under the Prosecutor General's Office of Kazakhstan"


@pytest.fixture(scope="module")
def record(tmp_path_factory) -> Site:
    """The record for its secretariat, one site for the tests that publish nothing."""
    return new_site(tmp_path_factory.mktemp("bodies"), real=True)


@pytest.fixture
def site(tmp_path) -> Site:
    """The record for the commission of Kazakhstan."""
    return new_site(tmp_path, actor=KAZ, real=True)


def part_of(site: Site, body: str, *, access: str = "") -> FilledIn:
    """Return the workbook of a body with its letter filled in."""
    book = FilledIn(site.client.get("/upload/template/KAZ.xlsx", query_string={"body": body}).data)
    letter = book.on("Sources")
    letter.write(3, date="2026-11-20", document_number="7", **({"access": access} if access else {}))
    return book


def answered(book: FilledIn, body: str, said: str) -> bytes:
    """Return a part with one answer of its body: to an open question, else over its last answer."""
    row = next(iter([*book.rows(answer_row="answer in this round"), *book.rows(status="in place"), *book.rows()]))
    continuing = str(book.value(row, "item")) in ("BD-9", "BD-6c")
    book.write(row, state="value", status="continuing" if continuing else "in_place", statement=said)
    book.write(row, source_id=book.on("Sources").value(3, "source_id"), lang="English")
    return book.saved()


def sent(site: Site, content: bytes, name: str) -> str:
    """Send a part and return the number of its draft."""
    return send(site, content, name).location.split("/upload/")[1].split("?")[0]


def join(site: Site, parts: list[str]):
    return site.client.post("/bodies/KAZ/join", data={"draft": parts}, follow_redirects=True)


@pytest.mark.parametrize("code", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_every_theme_figure_and_step_of_a_body_is_a_line_with_its_day_and_place(record, code) -> None:
    snapshot = record.service.snapshot()
    found = by_body.build(snapshot, code)
    shown = record.html(f"/bodies/{code}?lang=en")
    assert all(body.key in shown.replace("&#39;", "'") for body in snapshot.framework.bodies if body.key in found)
    figures = {line.record.observation_id for lines in found.values() for line in lines if line.part == "figure"}
    own = [o for o in snapshot.observations if o.country == code and o.reporter and not o.is_international]
    listed = {o.observation_id for o in own if by_body.body_of(snapshot.framework, o.reporter) and o.value is not None}
    assert listed <= figures
    lines = list(csv.reader(io.StringIO(record.client.get(f"/bodies/{code}.csv").data.decode("utf-8-sig"))))
    rows = [line for line in lines[1:] if not line[0].startswith("#")]
    assert len(rows) == sum(map(len, found.values()))
    assert all(row[5] and row[-1] for row in rows)
    assert record.client.get(f"/bodies/{code}.xlsx").data[:2] == b"PK"
    others = {b.key for b in snapshot.framework.bodies if b.country not in (code, "INT")}
    assert not {name for name in others if name in shown}


def test_nobody_leads_whom_no_state_named_so(record) -> None:
    found = [
        line
        for code in ("KAZ", "UZB")
        for lines in by_body.build(record.service.snapshot(), code).values()
        for line in lines
    ]
    assert not any(line.leads for line in found)


@pytest.mark.parametrize(
    ("actor", "status"), [(KAZ, 200), (commission("UZB"), 403), (SECRETARIAT, 200), (ORGANISER, 403), (VIEWER, 401)]
)
def test_the_commission_of_the_state_and_the_secretariat_alone_see_it(record, actor, status) -> None:
    record.act(actor)
    assert record.client.get("/bodies/KAZ").status_code == status
    assert "tab=bodies" not in record.html("/countries/KAZ")
    record.act(SECRETARIAT)


def test_the_parts_of_eight_bodies_are_put_together_with_nothing_lost(site) -> None:
    before = site.service.snapshot()
    names = [*by_body.build(before, "KAZ"), NEW]
    parts = [sent(site, answered(part_of(site, name), name, f"QQ {name}"), f"{name}.xlsx") for name in names]
    assert len(parts) == 8
    found = [each.code for n in parts for each in site.service.drafts.reading(KAZ, int(n)).findings]
    assert "rows-not-held" not in found  # the rows of the others
    page = join(site, parts)
    draft = int(re.search(r"/upload/(\d+)", page.request.path)[1])
    assert site.client.post(f"/upload/{draft}/submit", data={"note": "Eight parts"}).status_code == 303
    site.act(SECRETARIAT)
    site.service.drafts.publish(SECRETARIAT, draft, "Eight parts", seen="")
    after = site.service.snapshot()
    said = {row.statement for row in after.statements}
    assert {f"QQ {name}" for name in names} <= said
    assert {row.evidence_id for row in before.statements} <= {row.evidence_id for row in after.statements}
    assert {row.observation_id for row in before.observations} == {row.observation_id for row in after.observations}


def test_two_parts_that_answer_one_row_differently_are_refused_by_their_names(site) -> None:
    one, two = part_of(site, "Supreme Court of Kazakhstan"), part_of(site, "Supreme Court of Kazakhstan")
    for book, said in ((one, "First"), (two, "Second")):
        row = book.rows()[0]
        book.write(row, statement=said, revision_reason="Letter 7")
    page = join(site, [sent(site, one.saved(), "one.xlsx"), sent(site, two.saved(), "two.xlsx")])
    shown = page.text
    assert "one.xlsx" in shown
    assert "answer the same row differently" in shown
    assert "Please tick two parts or more." in join(site, []).text


def test_it_is_public_where_the_newest_letter_of_the_state_says_so(site) -> None:
    body = "Ministry of Internal Affairs of Kazakhstan"
    book = part_of(site, body, access="internal; the page by body is public")
    answered(book, body, "QQ public")
    row = book.rows(statement="QQ public")[0]
    book.write(row, next_step="QQ step", lead="Supreme Court of Kazakhstan")
    draft = int(sent(site, book.saved(), "one.xlsx"))
    site.act(SECRETARIAT)
    site.service.drafts.publish(SECRETARIAT, draft, "One", seen="")
    assert by_body.is_public(site.service.snapshot(), "KAZ")
    assert site.service.snapshot().source(book.on("Sources").value(3, "source_id")).access == Access.BY_BODY
    found = by_body.build(site.service.snapshot(), "KAZ")
    led = [line for line in found["Supreme Court of Kazakhstan"] if line.leads]
    assert [line.record.statement for line in led] == ["QQ public"]
    assert any(
        line.part == "step" and line.record.next_step == "QQ step" for line in found["Supreme Court of Kazakhstan"]
    )
    assert any(line.record.statement == "QQ public" for line in found[body] if line.part == "theme")
    site.act(VIEWER)
    assert "tab=bodies" in site.html("/countries/KAZ")
    assert "QQ public" in site.html("/countries/KAZ?tab=bodies")
    assert "Workbook with the rows" not in site.html("/countries/KAZ?tab=bodies")
    assert "tab=bodies" not in site.html("/countries/UZB")


def test_a_reported_period_that_is_over_is_said_with_the_status(record) -> None:
    record.act(SECRETARIAT)
    assert "in place · 2021–2023, period ended" in record.html("/bodies/KAZ?lang=en")
    assert "period ended" not in record.html("/bodies/UZB?lang=en")


def test_the_part_that_confirms_is_put_together_with_one_that_answers_and_its_letter_alone_says_so(site) -> None:
    confirming = ("Ministry of Internal Affairs of Kazakhstan", "BD-6a"), (ACADEMY, "BD-6b")
    parts = [sent(site, answered(part_of(site, NEW), NEW, "QQ new"), "other.xlsx")]
    for name, theme in confirming:
        book = part_of(site, name)
        for row in book.rows(item=theme, answer_row="last accepted answer"):
            book.write(row, answer_row="still right: we confirm it")
        parts.append(sent(site, book.saved(), f"{theme}.xlsx"))
    draft = int(re.search(r"/upload/(\d+)", join(site, parts[:2]).request.path)[1])
    said = site.service.drafts.reading(KAZ, draft)
    assert (said.acceptable, {each.body for each in said.confirmations}) == (True, {confirming[0][0]})
    assert len(said.confirmations) == 3
    assert "another part confirms rows, too" in join(site, parts).text
