"""A withheld number is not told by another word for the same thing: a heading over codes, a unit, a label, a share."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from bukhara.disclosure import protect
from bukhara.model.codes import Qualifier, SourceClass, State
from tests.properties.disclosure_tables import (
    ALL,
    POLICY,
    SEXES,
    SOURCE,
    Invented,
    attacked,
    is_broken,
    learnt,
    row,
    secrets,
)

PUBLISHED = replace(SOURCE, source_id="published", source_class=SourceClass.PARTNER)
CITIZENS, FOREIGN = ("KAZ", "UZB", "KGZ"), "foreign"
SUSPECTS = {"indicator": "CTX-prosecuted", "counting_unit": "person", "stage": "prosecuted"}
UNDATED = {"period_start": None, "period_end": None}
SEEDS = range(60)


@dataclass(frozen=True)
class Citizens(Invented):
    """Persons by sex and citizenship, in two words for a person, the year dated or only named."""

    def inside(self, key) -> frozenset[int]:
        return frozenset(
            n
            for n, (sex, *_, citizenship) in enumerate(self.atoms)
            if key[0] in (ALL, sex) and (key[3] in (ALL, citizenship) or (key[3] == FOREIGN and citizenship != "KAZ"))
        )

    def rows(self):
        def given(n, key):
            undated = {**UNDATED, "period_label": "2023"} if n % 3 == 0 else {}
            return {"sex": key[0], "citizenship": key[3], "counting_unit": ("victim", "person")[n % 2], **undated}

        return [row(float(self.true(self.inside(k))), **given(n, k)) for n, k in enumerate(self.keys)]


def citizens(seed: int) -> Citizens:
    chance = random.Random(f"citizens {seed}")
    scale = chance.choice([2, 5, 15, 60])
    fields = (SEXES, (ALL,), (ALL,), CITIZENS)
    atoms = {atom: int(chance.expovariate(1 / scale)) for atom in itertools.product(*fields)}
    keys = [(sex, ALL, ALL, c) for sex in (ALL, *SEXES) for c in (ALL, FOREIGN, *CITIZENS)]
    chance.shuffle(keys)
    return Citizens(fields, atoms, tuple(keys))


def found(table: Citizens, shown) -> int:
    known = learnt(table, shown)
    return sum(is_broken(*attacked(table, known, group), k) for group, k in secrets(table).items())


def test_no_protected_group_of_citizens_is_found_within_the_width() -> None:
    tables = [citizens(seed) for seed in SEEDS]
    groups = sum(len(secrets(table)) for table in tables)
    print(f"\n{groups} groups in {len(tables)} tables with a heading over codes, two units and labels of years")
    assert groups > 300
    assert sum(found(table, protect(table.rows(), [SOURCE], POLICY).observations) for table in tables) == 0


def states(*rows) -> list[State]:
    """What the guard shows of rows, beside a partner's published figures."""
    return [r.state for r in protect(rows, [SOURCE, PUBLISHED], POLICY).observations]


@pytest.mark.parametrize(
    "part",
    [
        {"counting_unit": "victim", "identifying_body": "prosecutor"},
        {"identifying_body": "prosecutor", **UNDATED, "period_label": "2023"},
        {"legal_article": "128(2)"},
        {"citizenship": "UZB"},
    ],
    ids=["unit", "label", "article", "citizenship"],
)
def test_a_rest_of_three_persons_is_not_left_between_two_figures(part) -> None:
    whole = {"legal_article": "128"} if "legal_article" in part else {}
    whole |= {"citizenship": FOREIGN} if "citizenship" in part else {}
    told = {**SUSPECTS, "identifying_body": ""}
    assert State.SUPPRESSED in states(row(60.0, **{**told, **whole}), row(57.0, **{**told, **whole, **part}))


def test_a_heading_and_a_code_far_from_it_are_both_shown() -> None:
    assert states(row(60.0, citizenship=FOREIGN, **SUSPECTS), row(30.0, citizenship="UZB", **SUSPECTS)) == [
        State.VALUE,
        State.VALUE,
    ]


def share(value: float, **fields):
    return row(value, unit="percent", **fields)


def test_a_share_of_a_published_number_gives_no_small_group_away() -> None:
    whole = row(60.0, source_id=PUBLISHED.source_id, reporter="UNODC")
    assert states(whole, share(5.0, age_group="minor")) == [State.VALUE, State.SUPPRESSED]
    assert states(whole, share(40.0, age_group="minor")) == [State.VALUE, State.VALUE]


def test_a_share_of_the_year_gives_nothing_away_beside_its_halves() -> None:
    halves = [row(30.0, (ALL, ALL, ALL, half)) for half in ("S1", "S2")]
    assert states(*halves, share(5.0, age_group="minor"))[2] is State.SUPPRESSED


def test_a_change_in_per_cent_gives_no_small_number_away() -> None:
    before = row(40.0, (ALL, ALL, ALL, "S1"))
    fall = row(-95.0, (ALL, ALL, ALL, "S2"), unit="percent", qualifier=Qualifier.CHANGE_PERCENT)
    assert states(before, fall) == [State.VALUE, State.SUPPRESSED]
    assert states(before, replace(fall, value=-20.0)) == [State.VALUE, State.VALUE]


def test_a_rate_is_shown_only_beside_its_count() -> None:
    rate = row(0.02, unit="per_100000")
    assert states(rate) == [State.SUPPRESSED]
    assert states(rate, row(60.0)) == [State.VALUE, State.VALUE]


def test_a_note_that_names_a_small_number_is_left_out() -> None:
    told = protect([row(60.0, note="of these 3 are girls")], [SOURCE], POLICY).observations[0]
    kept = protect([row(60.0, note="as of 2023, without the 120 of the year before")], [SOURCE], POLICY).observations[0]
    assert (told.value, told.note) == (60.0, "")
    assert kept.note


@pytest.mark.parametrize("parts", [("Q1", "Q3", "Q4"), ("Q1", "S2")])
def test_a_quarter_is_not_left_over_between_the_year_and_the_times_told(parts) -> None:
    persons = {"Q1": 61.0, "Q3": 21.0, "Q4": 20.0, "S2": 41.0}
    shown = states(row(104.0), *(row(persons[name], **during(name)) for name in parts))
    assert State.SUPPRESSED in shown
    assert State.SUPPRESSED not in states(row(140.0), *(row(persons[name], **during(name)) for name in parts))


def during(name: str):
    """The days of a quarter or a half-year."""
    first, length = {"Q1": (1, 3), "Q3": (7, 3), "Q4": (10, 3), "S2": (7, 6)}[name]
    end = date(2023, 12, 31) if first + length > 12 else date(2023, first + length, 1) - timedelta(days=1)
    return {"period_start": date(2023, first, 1), "period_end": end}
