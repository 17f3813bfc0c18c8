"""A mention says that a country was named; it has no width and is never counted."""

from dataclasses import fields

from bukhara.views import routes
from tests.unit.views.observed import YEAR, figure, snapshot


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
