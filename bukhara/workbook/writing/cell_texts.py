"""The texts of coded cells in a template: labels and names in its language, which the reader reads back as codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.topics import SEPARATOR
from bukhara.workbook.labels import LABELLED, label_of
from bukhara.workbook.letters import matched
from bukhara.workbook.reading.lookups import lookups_of, named_in

# what stays as it is: the question is beside it in words
_IDS = ("country", "item", "indicator")


@dataclass(frozen=True, slots=True)
class CellTexts:
    """Turns the codes of one template into the words that its cells and drop-downs show; `names` are by column."""

    words: Words
    names: Mapping[tuple[str, str], str]

    def text(self, column: str, value: object) -> object:
        """Return the text of a cell; texts without a code, numbers and days are returned unchanged."""
        if not isinstance(value, str):
            return value
        if column == "topics":
            return SEPARATOR.join(self.names.get((column, code), code) for code in value.split(SEPARATOR))
        name = self.names.get((column, value))
        return name or (label_of(column, str(value), self.words) if column in LABELLED else value)


def cell_texts(framework: Framework, words: Words) -> CellTexts:
    """Return the texts of a template; a name that would be read as another code is not written."""
    labels = lookups_of(framework).labels
    named = {(column, code): words.text(text) for column, code, text in named_in(framework) if column not in _IDS}
    return CellTexts(words, {key: name for key, name in named.items() if labels[key[0]].get(matched(name)) == key[1]})
