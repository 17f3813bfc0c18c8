"""The cells of UNODC's file that contradict it, found by the rule in the newest edition, and those that must not be."""

from collections import Counter, defaultdict

import pytest

from bukhara.comparability.part_sums import disagreeing
from bukhara.service.operation.seed import EDITIONS
from bukhara.views.statistics.statistics import Part, part_of
from bukhara.workbook import read
from tests.serving import ROOT


@pytest.fixture(scope="module")
def figures(framework):
    return read(ROOT / "data" / EDITIONS / "unodc-glotip-2025-04-14.xlsx", framework).observations


@pytest.fixture(scope="module")
def marked(figures) -> dict[tuple[str, str, int], dict[str, str]]:
    """For each state, measure and year the printed words of the figures that disagree, and their cells."""
    ids = disagreeing(figures)
    found = defaultdict(dict)
    for each in figures:
        if each.observation_id in ids:
            found[each.country, each.indicator.removeprefix("CTX-unodc-"), each.period_start.year][locator(each)] = (
                each.quote
            )
    return found


def locator(figure) -> str:
    """The breakdown of a figure in short: "female minor", "forced_labour", "" for the total."""
    names = (figure.sex, figure.age_group, figure.form_of_exploitation, figure.citizenship)
    return " ".join(name for name in names if name)


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        *(
            (("TJK", "prosecuted", year), {"minor": n, "female minor": "<5"})
            for year, n in zip(range(2019, 2023), ("34", "15", "15", "24"), strict=True)
        ),
        *(
            (("TJK", "contact", year), {"minor": n, "male minor": "<5"})
            for year, n in zip(range(2019, 2023), ("34", "15", "15", "24"), strict=True)
        ),
        (("TJK", "convicted", 2020), {"": "28", "forced_labour": "40"}),
        (("TJK", "convicted", 2021), {"": "31", "forced_labour": "42"}),
        *(
            (("UZB", "convicted", year), {"": n, "forced_labour": n, "sexual_exploitation": n})
            for year, n in ((2010, "982"), (2011, "703"), (2015, "551"), (2016, "510"))
        ),
        (("UZB", "convicted", 2012), {"": "595", "forced_labour": "619", "sexual_exploitation": "626"}),
        (("TJK", "contact", 2018), {"": "47", "female": "31", "male": "40"}),
        (("UZB", "convicted", 2019), {"": "137", "UZB": "140"}),
        (("TJK", "victims", 2021), {"": "70", "TJK": "71"}),
    ],
)
def test_cells_known_to_contradict_themselves_are_found(marked, cell, printed) -> None:
    assert marked[cell].items() >= printed.items()


def test_what_is_not_impossible_is_left_alone(marked) -> None:
    for measure in ("prosecuted", "contact"):
        for year in (2019, 2020):
            assert not {"minor", "female minor", "male minor"} & marked["KGZ", measure, year].keys()
    assert not [cell for cell in marked if cell[0] == "TKM" or cell[1] == "offences"]


def test_the_number_of_cells_and_figures(figures, marked) -> None:
    assert len(marked) == 54
    assert Counter(country for country, _, _ in marked) == {"TJK": 28, "UZB": 14, "KGZ": 9, "KAZ": 3}
    ids = disagreeing(figures)
    assert Counter(part_of(each) for each in figures if each.observation_id in ids) == {
        Part.TOTAL: 45,
        Part.SEX_AGE: 145,
        Part.FORM: 73,
        Part.FORM_SEX_AGE: 97,
        Part.CITIZENSHIP: 4,
    }
