"""The shipped record and the exercise, opened once, the packs that both suggest, and their files."""

from functools import cache

import pytest

from bukhara import pack
from bukhara.exports.packs import WRITERS
from bukhara.pack.slides import Points, Slide
from tests.seeded import shipped

CASES = [(kind, language) for kind in ("record", "exercise") for language in ("en", "ru")]
"""Every kind of a record with every language."""

MOST_WORDS = 60
"""The words of a slide of the talk."""


def number_of_words(slide: Slide) -> int:
    """Return how many words a slide has: titles and lists, without sources and what pictures have."""
    texts = [slide.about, slide.title, slide.label]
    for block in slide.blocks:
        if isinstance(block, Points):
            texts += [text for point in block.points for text in (point.about, point.text)]
    return sum(len(text.split()) for text in texts)


@pytest.fixture(scope="session")
def record():
    """The service on the shipped record."""
    return shipped(exercise=False)


@pytest.fixture(scope="session")
def invented():
    """The service on the exercise."""
    return shipped(exercise=True)


@pytest.fixture(scope="session")
def packs(record, invented):
    """Return the pack of a kind ("record", "exercise") and a choice, each made once."""
    services = {"record": record, "exercise": invented}

    @cache
    def made(kind: str, choice: pack.PackChoice) -> pack.Pack:
        service = services[kind]
        snapshot = service.snapshot()
        return pack.build(snapshot, service.past(snapshot), choice)

    return made


@pytest.fixture(scope="session")
def written(packs):
    """Return the file of the suggested pack of a kind and language in a format, each written once."""

    @cache
    def file(kind: str, language: str, form: str) -> bytes:
        return WRITERS[form](packs(kind, pack.PackChoice(languages=(language,))))

    return file
