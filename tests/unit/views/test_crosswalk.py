"""References are in the order of the other form, and every item keeps all of its own."""

import pytest

from bukhara.model.framework import Crosswalk
from bukhara.views import crosswalk
from bukhara.views.crosswalk import OtherForm
from tests.addresses import framework


@pytest.fixture(scope="module")
def shipped():
    return framework()


def order(shipped, form):
    return [line.reference for line in crosswalk.lines(shipped) if line.form is form]


def test_articles_are_by_number_and_the_convention_after_the_protocol(shipped) -> None:
    found = order(shipped, OtherForm.PROTOCOL)
    assert found.index("Art. 9") < found.index("Art. 9 (1)") < found.index("Art. 10") < found.index("UNTOC Art. 18")


def test_targets_are_by_goal_then_number_then_letter(shipped) -> None:
    found = order(shipped, OtherForm.SDG)
    assert found.index("5.2") < found.index("8.7") < found.index("16.2") < found.index("16.10") < found.index("16.a")


def test_the_questionnaire_goes_from_the_law_to_the_victims(shipped) -> None:
    assert [name.split()[0].strip(":") for name in order(shipped, OtherForm.GLOTIP)] == [
        "Legislation",
        "Offences",
        "Persons",
        "Persons",
        "Victims",
    ]


def test_the_classification_has_its_four_objects(shipped) -> None:
    assert order(shipped, OtherForm.ICTIP) == ["events", "victims", "perpetrators", "reporting_entities"]


def test_every_item_is_under_each_of_its_references(shipped) -> None:
    shown_here = {(line.form, line.reference, item.id) for line in crosswalk.lines(shipped) for item in line.items}
    named = {
        (form, reference, item.id)
        for item in shipped.items
        for form in OtherForm
        for reference in crosswalk.references(item.crosswalk, form)
    }
    assert shown_here == named
    assert len(named) > 100


def test_the_measures_of_victims_answer_to_the_goal_on_trafficking(shipped) -> None:
    (line,) = [line for line in crosswalk.lines(shipped) if (line.form, line.reference) == (OtherForm.SDG, "16.2")]
    assert "CTX-victims" in {measure.id for measure in line.measures}


def test_an_empty_question_is_no_reference() -> None:
    assert crosswalk.references(Crosswalk(), OtherForm.GLOTIP) == ()
