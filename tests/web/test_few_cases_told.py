"""Two years that chance alone would tell apart are told so under their picture, and only there."""

from tests.web.reading import get

SAID = "2020 and 2021: too few cases to read a change."


def test_statistics_say_where_cases_are_too_few_to_read_a_change(base) -> None:
    assert SAID in get(base + "/statistics")[1]


def test_the_sentence_leads_to_what_it_means(base) -> None:
    after = get(base + "/statistics?tab=detail")[1].split(SAID)[1].split("</p>")[0]
    address = after.split('href="')[1].split('"')[0]
    assert address.startswith("/method")
    assert f'id="{address.split("#")[1]}"' in get(base + "/method")[1]
