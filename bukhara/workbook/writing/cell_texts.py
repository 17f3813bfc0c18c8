"""The texts of coded cells in a template: labels and names in its language, which the reader reads back as codes."""

from dataclasses import dataclass, field

from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.topics import SEPARATOR
from bukhara.workbook.labels import LABELLED, label_of, labels_of
from bukhara.workbook.letters import matched
from bukhara.workbook.reading.lookups import BODIES, PLACES


@dataclass(frozen=True, slots=True)
class CellTexts:
    """Turns the codes of one template into the words that its cells and drop-downs show."""

    words: Words
    bodies: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)

    def text(self, column: str, value: object) -> object:
        """Return the text of a cell; texts without a code, numbers and days are returned unchanged."""
        if not isinstance(value, str):
            return value
        if column == "topics":
            return SEPARATOR.join(self.topics.get(code, code) for code in value.split(SEPARATOR))
        if column in BODIES:
            return self.bodies.get(value, value)
        if column in PLACES and value in self.places:
            name = self.places[value]
            coded = labels_of(column, ("en", self.words.language)).get(matched(name), value)
            return name if coded == value else value  # a name that would be read as another code is not written
        return label_of(column, str(value), self.words) if column in LABELLED else value


def cell_texts(framework: Framework, words: Words) -> CellTexts:
    """Return the texts of a template of a framework; a name that two institutions share is not translated."""
    names = [(body.name, words.text(body.translated)) for body in framework.bodies]
    shared = [matched(text) for _, text in names]
    bodies = {name: text for name, text in names if shared.count(matched(text)) == 1}
    states = (*framework.countries, *framework.regions, *framework.places)
    topics = {each.code: words.text(each.name) for each in framework.topics}
    return CellTexts(words, bodies, {each.code: words.text(each.short) for each in states}, topics)
