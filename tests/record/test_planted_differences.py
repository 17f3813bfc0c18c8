"""Differences and agreements planted by a tester who had not read the rules: issue 3, point 2.

Every case is a small set of figures as a report could print them, with invented numbers. A planted difference must
be found; figures that agree must raise nothing. Figures of one printed sentence share their `sentence`.
"""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.comparability.differences import differences
from bukhara.model.codes import PeriodBasis, Qualifier, State
from bukhara.model.observation import Observation

PERIODS = {
    "2020": (date(2020, 1, 1), date(2020, 12, 31)),
    "2021": (date(2021, 1, 1), date(2021, 12, 31)),
    "2022": (date(2022, 1, 1), date(2022, 12, 31)),
    "2022 first half": (date(2022, 1, 1), date(2022, 6, 30)),
    "2022 second half": (date(2022, 7, 1), date(2022, 12, 31)),
    "January-July 2022": (date(2022, 1, 1), date(2022, 7, 31)),
    "2023 first half": (date(2023, 1, 1), date(2023, 6, 30)),
    "2021-2022": (date(2021, 1, 1), date(2022, 12, 31)),
    "2020-2022": (date(2020, 1, 1), date(2022, 12, 31)),
    "18 months": (date(2022, 1, 1), date(2023, 6, 30)),
    "since 2021": (date(2021, 1, 1), None),
    "annually": (None, None),
}
SHAPES = {
    "related": ("CTX-registered-related", "case", "registered", "trafficking_and_related"),
    "strict": ("CTX-registered-strict", "case", "registered", "trafficking"),
    "victims": ("CTX-victims", "victim", "identified", "trafficking"),
    "prosecuted": ("CTX-prosecuted", "person", "prosecuted", "trafficking"),
    "convicted": ("CTX-prosecuted", "person", "convicted", "trafficking"),
    "groups": ("CTX-groups", "group", "", ""),
    "shares": ("CTX-regional-shares", "victim", "detected", "trafficking"),
    "support": ("PRT-supported", "beneficiary", "", ""),
    "events": ("BD-15.4", "event", "", ""),
}
POLICE = "Ministry of Internal Affairs"
PROSECUTOR = "Prosecutor General's Office"
BORDER = "Border Service"
PARTNER = "International Organization for Migration"
LAWYERS = "Lawyers of a civil society organisation"


def fig(
    shape: str, value: float | None, when: str = "2022", by: str = POLICE, sentence: str = "", **more
) -> Observation:
    """One figure as a workbook row would hold it."""
    indicator, counted, stage, offence = SHAPES[shape]
    start, end = PERIODS[when]
    place = sentence or f"{by}, {when}"
    row = {
        "country": "KAZ",
        "indicator": indicator,
        "value": value,
        "state": State.VALUE,
        "qualifier": Qualifier.EXACT if value is not None else None,
        "unit": "count",
        "counting_unit": counted,
        "stage": stage,
        "offence_class": offence,
        "territorial_scope": "national",
        "period_start": start,
        "period_end": end,
        "period_label": when,
        "period_basis": PeriodBasis.STATED if start or end else PeriodBasis.NOT_STATED,
        "reporter": by,
        "source_id": "planted-report",
        "source_locator": place,
        "quote": f"a sentence of the report: {place}",
    }
    return Observation(**(row | more))


def least(shape: str, value: float, *where, **more) -> Observation:
    """A figure printed as more than so many."""
    return fig(shape, value, *where, qualifier=Qualifier.AT_LEAST, **more)


def about(shape: str, value: float, *where, **more) -> Observation:
    """A figure printed as about so many."""
    return fig(shape, value, *where, qualifier=Qualifier.ABOUT, **more)


def between(shape: str, low: float, high: float, *where, **more) -> Observation:
    """A figure printed as a range."""
    return fig(shape, None, *where, qualifier=Qualifier.RANGE, value_low=low, value_high=high, **more)


def gap(shape: str, state: State, *where, **more) -> Observation:
    """No figure, with the reason."""
    return fig(shape, None, *where, state=state, **more)


def share(value: float, form: str) -> Observation:
    """One of the shares of one sentence."""
    return fig("shares", value, sentence="shares", country="REG", unit="percent", form_of_exploitation=form)


PLANTED = {
    "two bodies, two totals of one year": (fig("strict", 40), fig("strict", 52, by=PROSECUTOR)),
    "one body, two totals of one year in two places": (
        fig("related", 77, sentence="p. 3"),
        fig("related", 71, sentence="p. 9"),
    ),
    "120 offences against 95 cases of one year": (
        fig("related", 120, counting_unit="offence"),
        fig("related", 95, by=PROSECUTOR),
    ),
    "two baskets of one year": (
        fig("related", 90),
        fig("related", 70, by=PROSECUTOR, offence_class="trafficking_and_forced_labour"),
    ),
    "shares of one whole that make 107 in a hundred": tuple(
        share(value, form)
        for value, form in (
            (55, "sexual_exploitation"),
            (16, "labour_exploitation"),
            (29, "domestic_servitude"),
            (7, "other"),
        )
    ),
    "more than 100 against 77": (least("related", 100, by=PROSECUTOR), fig("related", 77)),
    "more than 100 every year against 77": (least("related", 100, "annually", PROSECUTOR), fig("related", 77)),
    "more than 150 victims against 60": (
        least("victims", 150, identifying_body="police"),
        fig("victims", 60, by=PROSECUTOR, identifying_body="prosecutor"),
    ),
    "30 to 50 victims against 62": (
        between("victims", 30, 50, identifying_body="police"),
        fig("victims", 62, by=PROSECUTOR, identifying_body="police"),
    ),
    "10 to 20 prosecuted against 30 to 40": (
        between("prosecuted", 10, 20),
        between("prosecuted", 30, 40, by=PROSECUTOR),
    ),
    "about 300 cases against 120": (about("related", 300), fig("related", 120, by=PROSECUTOR)),
    "18 minors among 12 victims": (fig("victims", 12), fig("victims", 18, age_group="minor")),
    "25 women among 20 victims": (fig("victims", 20, by=PROSECUTOR), fig("victims", 25, sex="female")),
    "30 cases of trafficking among 22 with related crimes": (fig("related", 22), fig("strict", 30, by=PROSECUTOR)),
    "9 foreign citizens among 6 prosecuted": (fig("prosecuted", 6), fig("prosecuted", 9, citizenship="foreign")),
    "7 minors in sexual exploitation among 5 minors": (
        fig("victims", 5, age_group="minor"),
        fig("victims", 7, sentence="elsewhere", age_group="minor", form_of_exploitation="sexual_exploitation"),
    ),
    "40 + 9 + 60 printed as 112": (
        fig("related", 112, sentence="s"),
        fig("strict", 40, sentence="s"),
        fig("strict", 9, sentence="s", offence_class="trafficking_minors", age_group="minor"),
        fig("related", 60, sentence="s", offence_class="illegal_labour_migration"),
    ),
    "30 + 25 + 20 printed as 70": (
        fig("related", 70, sentence="s"),
        fig("strict", 30, sentence="s"),
        fig("related", 25, sentence="s", offence_class="pimping_brothel"),
        fig("related", 20, sentence="s", offence_class="deprivation_of_liberty"),
    ),
    "5 men and 13 women of 20 prosecuted": (
        fig("prosecuted", 20, sentence="s"),
        fig("prosecuted", 5, sentence="s", sex="male"),
        fig("prosecuted", 13, sentence="s", sex="female"),
    ),
    "12 men and 10 women of 20 victims": (
        fig("victims", 20, sentence="s"),
        fig("victims", 12, sentence="s", sex="male"),
        fig("victims", 10, sentence="s", sex="female"),
    ),
    "8 minors and 11 adults of 21 victims": (
        fig("victims", 21, sentence="s"),
        fig("victims", 8, sentence="s", age_group="minor"),
        fig("victims", 11, sentence="s", age_group="adult"),
    ),
    "88 in the half-year, 70 in its year": (fig("related", 88, "2022 first half"), fig("related", 70)),
    "33 in seven months, 29 in the year": (fig("strict", 33, "January-July 2022", PROSECUTOR), fig("strict", 29)),
    "halves of 40 and 35, year of 80": (
        fig("related", 40, "2022 first half"),
        fig("related", 35, "2022 second half"),
        fig("related", 80),
    ),
    "years of 50 and 60, two years of 115": (
        fig("related", 50, "2021"),
        fig("related", 60, "2022"),
        fig("related", 115, "2021-2022", PROSECUTOR),
    ),
    "the sum of a year and a half-year under two labels": (
        fig("strict", 44, "2022"),
        fig("strict", 61, "2023 first half"),
        fig("related", 105, "18 months", PROSECUTOR),
    ),
    "one total under two labels": (fig("related", 64), fig("strict", 64, by=PROSECUTOR)),
    "no case registered beside 4 identified victims": (
        fig("strict", 0, "2023 first half", PROSECUTOR),
        fig("victims", 4, "2023 first half", LAWYERS, identifying_body="civil_society"),
    ),
    "no victim by the police, 5 by lawyers": (
        fig("victims", 0, identifying_body="police"),
        fig("victims", 5, by=LAWYERS, identifying_body="civil_society"),
    ),
    "two numbers of one support": (
        fig("support", 900, by=PARTNER, partner=PARTNER),
        fig("support", 912, by=PARTNER, partner=PARTNER, sentence="elsewhere"),
    ),
    "9 in the cells of a table of 7": (
        fig("victims", 7, sentence="s"),
        fig("victims", 2, sentence="s", sex="female", age_group="adult"),
        fig("victims", 3, sentence="s", sex="female", age_group="minor"),
        fig("victims", 1, sentence="s", sex="male", age_group="adult"),
        fig("victims", 3, sentence="s", sex="male", age_group="minor"),
    ),
    "3 groups beside 5 networks": (
        fig("groups", 3, "2021"),
        fig("groups", 5, "annually", PROSECUTOR, counting_unit="network", period_label="2021 or 2022"),
    ),
    "no case since 2021 beside one of 2022": (
        fig("strict", 0, "since 2021", PROSECUTOR, country="TKM"),
        fig("strict", 3, "2022", country="TKM"),
    ),
}

AGREEING = {
    "24 + 5 + 14 + 67 printed as 110": (
        fig("related", 110, sentence="s"),
        fig("strict", 24, sentence="s"),
        fig("related", 5, sentence="s", offence_class="deprivation_of_liberty"),
        fig("related", 14, sentence="s", offence_class="prostitution_enticement"),
        fig("related", 67, sentence="s", offence_class="pimping_brothel"),
    ),
    "one part of a total, the others not printed": (
        fig("related", 110, sentence="s"),
        fig("related", 14, sentence="s", offence_class="prostitution_enticement"),
    ),
    "4 men and 2 women of 6 victims": (
        fig("victims", 6, sentence="s"),
        fig("victims", 4, sentence="s", sex="male"),
        fig("victims", 2, sentence="s", sex="female"),
    ),
    "9 minors and 12 adults of 21 victims": (
        fig("victims", 21, sentence="s"),
        fig("victims", 9, sentence="s", age_group="minor"),
        fig("victims", 12, sentence="s", age_group="adult"),
    ),
    "two countries": (fig("strict", 40), fig("strict", 90, country="UZB")),
    "two years": (fig("related", 103, "2021"), fig("related", 77, "2022")),
    "two halves of one year": (fig("strict", 10, "2022 first half"), fig("strict", 25, "2022 second half")),
    "victims beside cases": (fig("victims", 50), fig("strict", 24)),
    "prosecuted beside convicted": (fig("prosecuted", 30), fig("convicted", 21)),
    "groups beside cases": (fig("groups", 3), fig("related", 77)),
    "more than 100 against 111": (least("related", 100, by=PROSECUTOR), fig("related", 111)),
    "30 to 50 against 42": (between("victims", 30, 50), fig("victims", 42, by=PROSECUTOR)),
    "10 to 20 against 15 to 30": (between("prosecuted", 10, 20), between("prosecuted", 15, 30, by=PROSECUTOR)),
    "about 300 against 298": (about("related", 300), fig("related", 298, by=PROSECUTOR)),
    "a share beside a count": (fig("related", 30, unit="percent"), fig("related", 77, by=PROSECUTOR)),
    "one fact with two citations": (fig("related", 110, sentence="p. 3"), fig("related", 110, sentence="p. 9")),
    "two bodies, one total": (fig("strict", 40), fig("strict", 40, by=PROSECUTOR)),
    "a change in per cent beside a count": (
        fig("prosecuted", 4, unit="percent", qualifier=Qualifier.CHANGE_PERCENT),
        fig("prosecuted", 60, by=PROSECUTOR),
    ),
    "women only beside all": (fig("victims", 49, sex="female", sentence="p. 3"), fig("victims", 80, sentence="p. 9")),
    "minors only beside all": (fig("strict", 24), fig("strict", 16, age_group="minor")),
    "foreign citizens only beside all": (fig("prosecuted", 9), fig("prosecuted", 2, citizenship="foreign")),
    "not asked beside a value": (gap("victims", State.NOT_ASKED, by=""), fig("victims", 15)),
    "a dash beside a value": (gap("groups", State.NOT_AVAILABLE), fig("groups", 5, by=BORDER)),
    "halves that make the year": (
        fig("related", 45, "2022 first half"),
        fig("related", 35, "2022 second half"),
        fig("related", 80),
    ),
    "a half-year within its year": (fig("related", 41, "2022 first half"), fig("related", 80)),
    "a year and a half-year that make the 18 months": (
        fig("related", 86, "2022"),
        fig("related", 113, "2023 first half"),
        fig("related", 199, "18 months", PROSECUTOR),
    ),
    "two years of three": (
        fig("related", 50, "2020"),
        fig("related", 60, "2021"),
        fig("related", 170, "2020-2022", PROSECUTOR),
    ),
    "no case in 2021, victims in 2022": (
        fig("strict", 0, "2021"),
        fig("victims", 6, "2022", LAWYERS, identifying_body="civil_society"),
    ),
    "one network of 11 persons": (
        fig("groups", 1, sentence="s", counting_unit="network", offence_class="trafficking"),
        fig("groups", 11, sentence="s", counting_unit="person", offence_class="trafficking"),
    ),
    "shares that make a hundred": tuple(
        share(value, form)
        for value, form in (
            (48, "sexual_exploitation"),
            (16, "labour_exploitation"),
            (29, "domestic_servitude"),
            (7, "other"),
        )
    ),
}


def found(rows: tuple[Observation, ...]) -> list[str]:
    """The kinds of the differences found among these rows, each of which names rows of the case only."""
    hits = differences(rows)
    assert all(set(hit.observations) <= set(rows) for hit in hits)
    return [hit.kind.value for hit in hits]


def test_there_are_thirty_of_each() -> None:
    assert (len(PLANTED), len(AGREEING)) == (33, 30)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_difference_is_found_and_named_alike_in_any_order_of_rows(name: str) -> None:
    rows = PLANTED[name]
    assert found(rows)
    assert {hit.group for hit in differences(rows[::-1])} == {hit.group for hit in differences(rows)}
    noted = [replace(row, note="This differs from page 9.") for row in rows]
    assert [hit.group for hit in differences(noted)] == [hit.group for hit in differences(rows)]


@pytest.mark.parametrize("name", AGREEING)
def test_agreeing_figures_raise_nothing(name: str) -> None:
    assert found(AGREEING[name]) == []
