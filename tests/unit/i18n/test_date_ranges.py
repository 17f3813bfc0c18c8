"""The range between two partial dates."""

import pytest

from bukhara.i18n.words import words_of


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-01-01", "2027-12-31", "2024–2027"),
        ("2021", "2023", "2021–2023"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2022-07-01", "2026-12-31", "1 July 2022\u00a0– 31 December 2026"),
        ("2022-03", "2023", "March 2022\u00a0– 2023"),
    ],
)
def test_whole_years_are_written_as_years(since, until, expected) -> None:
    assert words_of("en").date_range(since, until) == expected


@pytest.mark.parametrize(("language", "separators"), [("en", ".,"), ("ru", ",\u00a0")])
def test_axes_write_numbers_as_the_language_does(language, separators) -> None:
    assert words_of(language).separators == separators
