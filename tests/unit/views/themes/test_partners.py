"""Support by partners and mentions of routes: named or not, figures as printed, nothing added up."""

from dataclasses import fields

from bukhara.model.codes import Qualifier
from bukhara.views.statistics import routes
from bukhara.views.themes import partners
from tests.unit.views.observed import YEAR, figure, snapshot, support


def _of_kazakhstan(*rows):
    (row,) = partners.build(snapshot(*rows)).by_kind
    ((_, figures),) = row.cells[0]
    return figures


def test_partners_are_by_name() -> None:
    view = partners.build(snapshot(support(partner="b"), support(partner="A", value=900)))
    assert [row.partner for row in view.rows] == ["A", "b"]


def test_women_among_the_trained_are_a_part_of_the_figure() -> None:
    whole, women = support(228, qualifier=Qualifier.AT_LEAST), support(44, sex="female")
    assert [figure.value for figure in _of_kazakhstan(whole, women)] == [228]


def test_a_passage_without_a_number_is_a_mention() -> None:
    (passage,) = _of_kazakhstan(support())
    assert not partners.is_number(passage)


def test_one_kind_of_support_can_be_asked_for() -> None:
    held = snapshot(support(), support(kind_of_support="funding", partner="Giver"))
    assert [row.partner for row in partners.build(held, kind="funding").rows] == ["Giver"]


def test_a_state_where_the_partner_does_not_work_is_not_a_missing_answer() -> None:
    rows = (support(country="REG", kind_of_support="funding", note="Works in KAZ, not in TJK (L1)."), support())
    (row,) = partners.build(snapshot(*rows), kind="training").rows
    assert [country.code for country in row.outside] == ["TJK"]


def test_a_finding_of_a_publication_is_no_figure_of_support() -> None:
    (passage,) = _of_kazakhstan(support(11, indicator="PRT-finding"))
    assert not partners.is_number(passage)


def test_two_places_that_differ_are_side_by_side() -> None:
    one = support(9287, source_locator="L386", note="Two places differ: L161.")
    other = support(9000, source_locator="L161", note="Two places differ: L386.")
    row = partners.build(snapshot(one, other)).rows[0]
    assert [[o.value for o in d.observations] for d in row.differences] == [[9287, 9000]]


def test_a_row_for_each_kind_names_the_partners_of_each_column() -> None:
    rows = support(partner="b"), support(partner="A", country="KGZ"), support(kind_of_support="funding", partner="A")
    found = {
        row.kind: [[name for name, _ in cell] for cell in row.cells] for row in partners.build(snapshot(*rows)).by_kind
    }
    assert list(found) == ["funding", "training"]
    assert found["training"][:3] == [["b"], ["A"], []]
    assert found["funding"][0] == ["A"]


def test_one_partner_can_be_asked_for() -> None:
    held = snapshot(support(partner="b"), support(partner="A"))
    assert partners.names(held) == ("A", "b")
    assert [row.partner for row in partners.build(held, partner="b").rows] == ["b"]


def mention(country="KAZ", **changes):
    shown_here = {
        "indicator": routes.ROUTES,
        "counting_unit": "mention",
        "stage": "destination",
        "citizenship": "KAZ",
        "territorial_scope": "UZB",
        "identifying_body": "police",
        "quote": "sent to",
    }
    return figure(None, YEAR, country=country, **(shown_here | changes))


def roles(matrix):
    (block,) = matrix.blocks
    (shown_here,) = block.mentions
    named = zip(matrix.places, shown_here.named, strict=True)
    return {place.code: [each.role for each in found] for place, found in named if found}


def test_a_citizenship_is_an_origin_and_a_territory_has_the_role_shown() -> None:
    assert roles(routes.build(snapshot(mention()))) == {"KAZ": ["origin"], "UZB": ["destination"]}


def test_two_passages_of_one_body_and_period_name_a_role_once() -> None:
    matrix = routes.build(snapshot(mention(), mention(quote="again", source_locator="L2")))
    assert roles(matrix) == {"KAZ": ["origin"], "UZB": ["destination"]}
    assert len(matrix.blocks[0].mentions[0].passages) == 2


def test_another_period_is_another_column() -> None:
    matrix = routes.build(snapshot(mention(), mention(period_label="2019 or 2020")))
    assert len(matrix.blocks[0].mentions) == 2


def test_kinds_of_bodies_are_blocks_of_their_own_in_fixed_order() -> None:
    shown_here = [mention(identifying_body=kind) for kind in ("international", "civil_society", "border_service")]
    assert [b.kind for b in routes.build(snapshot(*shown_here)).blocks] == ["state", "civil_society", "international"]


def test_the_five_states_are_first_whether_named_or_not() -> None:
    matrix = routes.build(snapshot(mention(country="TJK", citizenship="")))
    assert [place.code for place in matrix.places][:5] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]


def test_a_mention_holds_no_number_to_draw_a_width_from() -> None:
    assert {f.name for f in fields(routes.CountryRole)} == {"role", "figure"}
    assert routes.build(snapshot(mention())).blocks[0].mentions[0].head.value is None


def test_without_mentions_there_is_no_matrix() -> None:
    assert routes.build(snapshot()).blocks == ()
