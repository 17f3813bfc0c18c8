"""Cells and drop-downs show words, never codes, in both languages; a word that a cell shows is read back."""

import pytest

from bukhara.i18n.words import words_of
from bukhara.workbook.labels import LABELLED, codes_of, label_of, labels_of


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_label_is_a_code_and_each_is_read_back(language) -> None:
    shown = {
        (column, code): label_of(column, code, words_of(language)) for column in LABELLED for code in codes_of(column)
    }
    assert [label for label in shown.values() if "_" in label] == []
    assert [
        key
        for key, label in shown.items()
        if labels_of(key[0], ("ru",)).get(
            label.casefold().replace(" ", "_").replace("ё", "е").replace("-", "_"), key[1]
        )
        != key[1]
    ] == []
