"""A state, a place and an institution have one name on pages, charts, slides and in files."""

from bukhara.exports.change_table import value_text
from bukhara.i18n.subjects import body_name, citizenship, place
from bukhara.i18n.words import words_of
from tests.addresses import framework

EN, RU = words_of("en"), words_of("ru")


def test_an_institution_outside_of_the_framework_has_the_translation_of_the_record() -> None:
    assert framework().body("Kulob State University") is None
    assert body_name("Kulob State University", RU, framework()) == "Кулябский государственный университет"
    assert value_text("reporter", "Kulob State University", framework(), RU) == "Кулябский государственный университет"
    assert body_name("A body that nobody listed", RU, framework()) == "A body that nobody listed"


def test_a_country_has_its_short_name_and_another_code_its_word() -> None:
    assert place("KAZ", RU, framework()) == value_text("country", "KAZ", framework(), RU) == "Казахстан"
    assert citizenship("KAZ", EN, framework()) == "citizenship: Kazakhstan"
    assert place("abroad", EN, framework()) == "abroad"
