"""The crosswalk: references of each other list in its own order, with the items and measures of this project."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bukhara.model.framework import Crosswalk, Framework, Indicator, Item


class OtherForm(StrEnum):
    """The other lists, in the order in which they are shown."""

    PROTOCOL = "protocol"
    SDG = "sdg"
    GLOTIP = "glotip"
    ICTIP = "ictip"


# The questionnaire and the classification go from the law and the event to the persons.
_GLOTIP = ("Legislation", "Offences", "Persons", "Victims")
_ICTIP = ("events", "victims", "perpetrators", "reporting_entities")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class CrosswalkLine:
    """One reference of another list, with the items and measures that correspond to it, in framework order."""

    form: OtherForm
    reference: str
    items: tuple[Item, ...]
    measures: tuple[Indicator, ...]

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of the items, then the measures."""
        return (*(indicator for item in self.items for indicator in item.indicators), *self.measures)


def lines(framework: Framework) -> tuple[CrosswalkLine, ...]:
    """Return every reference that the framework has: list by list, each in its own order."""
    return tuple(
        CrosswalkLine(
            form,
            reference,
            tuple(item for item in framework.items if reference in references(item.crosswalk, form)),
            tuple(each for each in framework.measures if reference in references(each.crosswalk, form)),
        )
        for form in OtherForm
        for reference in _named(framework, form)
    )


def references(crosswalk: Crosswalk, form: OtherForm) -> tuple[str, ...]:
    """Return the references of a crosswalk to one list."""
    if form is OtherForm.GLOTIP:
        return (crosswalk.glotip,) if crosswalk.glotip else ()
    named: tuple[str, ...] = getattr(crosswalk, form.value)
    return named


def _named(framework: Framework, form: OtherForm) -> list[str]:
    held = (*(item.crosswalk for item in framework.items), *(measure.crosswalk for measure in framework.measures))
    found = dict.fromkeys(reference for each in held for reference in references(each, form))
    return sorted(found, key=lambda reference: _place(form, reference))


def _place(form: OtherForm, reference: str) -> tuple[object, ...]:
    if form is OtherForm.PROTOCOL:
        numbers = [int(number) for number in _NUMBER.findall(reference)]
        return (reference.startswith("UNTOC"), numbers[:1], reference.partition("(")[2], reference)
    if form is OtherForm.SDG:
        goal, _, target = reference.partition(".")
        return (int(goal), not target.isdigit(), int(target) if target.isdigit() else 0, target)
    order = _GLOTIP if form is OtherForm.GLOTIP else _ICTIP
    return (next((n for n, word in enumerate(order) if reference.startswith(word)), len(order)), reference)
