"""Victims are grouped by the body that identified them: nothing is merged, added or subtracted."""

from bukhara.model.codes import State
from bukhara.model.observation import STATE_BODIES
from bukhara.views import identified
from tests.unit.views.observed import YEAR, figure, snapshot


def victims(value=6, **changes):
    shown_here = {
        "indicator": "CTX-victims",
        "counting_unit": "victim",
        "stage": "identified",
        "identifying_body": "police",
    }
    return figure(value, YEAR, **(shown_here | changes))


def share(value, **changes):
    return figure(value, YEAR, country="REG", indicator=identified.SHARES, unit="percent", **changes)


def kinds(view):
    return {block.kind: [row.figure.value for state in block.states for row in state.rows] for block in view.blocks}


def test_state_and_civil_society_are_never_in_one_block() -> None:
    view = identified.build(snapshot(victims(7), victims(6, identifying_body="civil_society", reporter="Society")))
    assert kinds(view) == {"state": [7], "civil_society": [6], "international": []}


def test_every_kind_of_state_body_is_in_the_block_of_the_state() -> None:
    bodies = [victims(1, identifying_body=body) for body in sorted(STATE_BODIES)]
    assert len(kinds(identified.build(snapshot(*bodies)))["state"]) == len(bodies)


def test_a_block_with_a_figure_shows_the_five_states_in_fixed_order() -> None:
    view = identified.build(snapshot(victims(country="UZB")))
    assert [s.country.code for s in view.blocks[0].states] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]


def test_a_block_without_any_figure_has_no_states() -> None:
    assert identified.build(snapshot(victims())).blocks[2].states == ()


def test_a_breakdown_is_under_its_own_figure() -> None:
    view = identified.build(snapshot(victims(6), victims(4, sex="male"), victims(2, sex="female")))
    (row,) = view.blocks[0].states[0].rows
    assert [o.value for o in row.broken_down_by("sex")] == [4, 2]


def test_a_figure_of_another_body_is_no_part() -> None:
    view = identified.build(snapshot(victims(200), victims(49, sex="female", reporter="Society")))
    assert [row.figure.value for row in view.blocks[0].states[0].rows] == [200, 49]


def test_a_zero_is_a_figure_and_a_gap_is_none() -> None:
    view = identified.build(snapshot(victims(0), victims(None, country="KGZ")))
    first, second = view.blocks[0].states[:2]
    assert ([row.figure.value for row in first.rows], first.gaps) == ([0], ())
    assert (second.rows, len(second.gaps)) == ((), 1)


def test_a_withheld_part_is_shown_beside_the_figure() -> None:
    withheld = victims(None, sex="male", state=State.SUPPRESSED)
    view = identified.build(snapshot(victims(60), withheld, victims(None, period_label="not covered")))
    (first, *_) = view.blocks[0].states
    assert ([row.figure.value for row in first.rows], [gap.state for gap in first.gaps]) == ([60], [State.SUPPRESSED])


def test_what_partners_supported_is_not_among_the_victims() -> None:
    assert kinds(identified.build(snapshot(victims(9, partner="Partner"))))["state"] == []


def test_the_rest_of_shares_is_what_the_source_leaves_unexplained() -> None:
    shares = [share(76, form_of_exploitation="sexual_exploitation"), share(15, form_of_exploitation="forced_labour")]
    view = identified.build(snapshot(*shares, share(100, sex="female")))
    assert (view.by_form.rest, view.by_sex_and_age.rest) == (9, 0)
