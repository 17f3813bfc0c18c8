"""The words that are known in columns which take any text."""

from pathlib import Path

import pytest

from bukhara import framework
from bukhara.i18n.units import UNITS
from bukhara.workbook.reading.lookups import lookups_of, vocabulary_of
from bukhara.workbook.reading.values import as_word

FRAMEWORK = framework.load(Path(__file__).parents[3] / "indicators.yaml")
WORDS = lookups_of(vocabulary_of(FRAMEWORK)).words


def test_every_counting_unit_that_has_a_name_is_known() -> None:
    assert [unit for unit in UNITS if as_word(unit, WORDS["counting_unit"]).doubt] == []


def test_a_counting_unit_of_the_framework_is_kept_as_the_framework_writes_it() -> None:
    assert as_word("treaty or instrument", WORDS["counting_unit"]).value == "treaty or instrument"


@pytest.mark.parametrize(
    ("key", "word"), [("territorial_scope", "TUR"), ("citizenship", "KAZ"), ("territorial_scope", "abroad")]
)
def test_a_place_of_the_framework_is_known(key: str, word: str) -> None:
    assert not as_word(word, WORDS[key]).doubt


def test_another_word_is_kept_and_doubted() -> None:
    read = as_word(" victms ", WORDS["counting_unit"])
    assert (read.value, read.doubt, read.normalised) == ("victms", "unknown-word", True)
