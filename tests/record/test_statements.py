"""The trackers: complete by heading, quoted word for word, every milestone answered or marked as not covered."""

import pytest

from bukhara.model.codes import BodyKind, Scope, Severity, State, Status
from tests.quoting import fixture, hashed, run_hashes, tells_a_single_case, words
from tests.record.conftest import lines

SECTIONS = {
    "KAZ": {"cases": (193, 211), "victims": (274, 278), "follow-up": (314, 322), "borders": (428, 432)},
    "KGZ": {"cases": (213, 223), "victims": (280, 290), "follow-up": (324, 330), "borders": (434, 438)},
    "TJK": {"cases": (225, 235), "victims": (292, 294), "follow-up": (332, 344), "borders": (440, 444)},
    "TKM": {"cases": (237, 243), "victims": (296, 300), "follow-up": (346, 352), "borders": (446, 450)},
    "UZB": {"cases": (245, 254), "victims": (302, 304), "follow-up": (354, 358)},
}
PARTNERS = {
    "UNODC": (368, 382),
    "Winrock": (384, 396),
    "U.S. Embassy": (398, 400),
    "IOM": (402, 404),
    "BOMCA": (406, 408),
    "OSCE": (410, 412),
    "Interpol": (414, 416),
}
CONCLUSIONS = {
    "AC-1": 470, "AC-2": 474, "AC-2.1": 476, "AC-2.2": 478, "AC-2.3": 480, "AC-2.4": 482,
    "AC-2.5": 484, "AC-3": 488, "AC-4": 492, "AC-5": 496, "AC-6": 500,
}  # fmt: skip
RUNS = fixture("report_five_word_runs.txt")
NAMES = fixture("report_person_names.txt")


def within(record, first: int, last: int) -> bool:
    return any(first <= line <= last for line in lines(record.source_locator))


def test_the_shipped_workbooks_are_read_without_a_finding(books) -> None:
    assert len(books) == 8
    assert {name: [f.code for f in book.findings] for name, book in books.items() if book.findings} == {}
    assert all(book.count(Severity.ERROR) == 0 for book in books.values())


@pytest.mark.parametrize(("country", "section"), [(c, s) for c, sections in SECTIONS.items() for s in sections])
def test_every_country_section_of_every_panel_has_statements(statements, country, section) -> None:
    mine = [s for s in statements if s.country == country and s.state is State.VALUE]
    assert [s for s in mine if within(s, *SECTIONS[country][section])]


@pytest.mark.parametrize("partner", PARTNERS)
def test_every_partner_has_statements_and_rows(statements, figures, partner) -> None:
    assert [s for s in statements if s.state is State.VALUE and within(s, *PARTNERS[partner])]
    assert [o for o in figures if partner in o.partner and within(o, *PARTNERS[partner])]


@pytest.mark.parametrize("item", CONCLUSIONS)
def test_every_conclusion_has_its_statement(statements, item) -> None:
    assert [s for s in statements if s.item == item and CONCLUSIONS[item] in lines(s.source_locator)]


def quotes(records):
    return [(r, q) for r in records for q in r.quote.split(" | ") if r.quote]


def test_every_quote_is_the_reports_own_words(statements, figures) -> None:
    assert len(quotes([*statements, *figures])) > 400
    assert [q for _, q in quotes([*statements, *figures]) if not run_hashes(q) or run_hashes(q) - RUNS] == []


def test_every_quote_is_short(statements, figures) -> None:
    assert [q for _, q in quotes([*statements, *figures]) if len(q.split()) > 30] == []


def test_every_item_rests_on_a_quote_of_the_report(framework) -> None:
    assert [i.id for i in framework.items if not run_hashes(i.quote) or run_hashes(i.quote) - RUNS] == []


def test_every_row_has_a_quote_and_a_locator(statements, figures) -> None:
    rows = [r for r in [*statements, *figures] if r.state in (State.VALUE, State.NOT_AVAILABLE)]
    assert [r for r in rows if not (r.quote and r.source_locator and r.source_id)] == []


def every_text(record) -> str:
    names = ("statement", "statement_translation", "quote", "note", "body", "partner", "reporter", "next_step")
    return " ".join(str(getattr(record, name, "")) for name in names)


def test_no_person_is_named(statements, figures) -> None:
    assert [r for r in [*statements, *figures] if any(hashed(w) in NAMES for w in words(every_text(r)))] == []


def test_no_single_case_is_described(statements, figures) -> None:
    assert [r for r in [*statements, *figures] if tells_a_single_case(every_text(r))] == []
    single = {*range(229, 234), *range(266, 271)}
    citing = [r for r in [*statements, *figures] if set(lines(r.source_locator)) & single]
    # countries that a body named there, without the case
    assert {(r.indicator, r.unit, r.source_locator) for r in citing} == {("CTX-routes", "mention", "L229")}


def test_every_milestone_of_every_state_has_a_status_or_is_marked_as_not_covered(framework, statements) -> None:
    coded = {(s.country, s.indicator) for s in statements if s.status}
    asked = [
        i for item in framework.items if item.scope is Scope.COUNTRY and not item.from_round for i in item.milestones
    ]
    assert len(asked) == 16
    assert [(c.code, i.id) for c in framework.countries for i in asked if (c.code, i.id) not in coded] == []


def test_a_row_names_only_topics_that_its_indicator_does_not_give_it(framework, statements) -> None:
    twice = [s for s in statements if framework.topics_under(s.indicator) & set(s.topics.split(", "))]
    assert [s.statement for s in twice] == []
    assert len([s for s in statements if s.topics]) > 80


def test_no_level_is_coded_in_a_reading(statements) -> None:
    assert [s for s in statements if s.level is not None] == []


def test_only_a_state_body_sets_a_states_status(framework, statements) -> None:
    set_by = [s for s in statements if s.status not in (None, Status.NOT_ASKED) and s.country != "REG"]
    assert len(set_by) > 40
    assert [s.statement for s in set_by if framework.body(s.body).kind is not BodyKind.STATE] == []


def test_every_statement_is_in_both_languages(statements) -> None:
    rows = [s for s in statements if s.state is State.VALUE]
    assert [s.statement for s in rows if not (s.statement and s.statement_translation)] == []


def test_the_framework_has_the_agreement_of_the_two_codings(framework) -> None:
    reading = framework.readings[0]
    assert (reading.compared, reading.agreed) == (80, 75)
