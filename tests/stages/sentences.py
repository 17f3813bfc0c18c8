"""Every sentence of ours at every stage: pages, briefs, slides and notes, in both languages, as a text to read.

`python -m tests.stages.sentences FILE [STAGE ...]` writes a Markdown file. Sentences that differ only in names, numbers
or days are one; a stage lists what no stage before it says. Words of the record and quotes are left out.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from html import unescape
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.release import Snapshot
from bukhara.pack import Pack, PackChoice
from bukhara.pack.notes import note_sections, source_line
from bukhara.views.countries import country
from tests import addresses
from tests.stages.stages import Stages, names
from tests.web.sentences import WORD, blocks
from tests.web.site_client import Site

LANGUAGES = addresses.LANGUAGES
FEWEST_WORDS = 3
"""A label of fewer words is no sentence."""
SHOWN = re.compile(r' (?:title|aria-label|alt|placeholder)="([^"]+)"')
END = re.compile(r"(?<!\bNo\.)(?<!U\.S\.)(?<!\bст\.)(?<=[.!?…])\s+|\s+·\s*")
NUMBER = re.compile(r"[<>]?\d(?:[\d.,/:%\s\u00a0\u2013-]*\d)?%?")
MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|январ\w+|феврал\w+|март\w*|апрел\w+|ма[йяе]|июн\w+|июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+)\b"
)
SENTENCES = dict[str, list[str]]
"""Where each sentence is."""


def pages_of(
    site: Site, cells: Iterable[tuple[str, str]] = (), languages: tuple[str, ...] = LANGUAGES
) -> Iterator[tuple[str, str, str]]:
    """Yield address, language and HTML of every public page: those of the list, their tabs, and what they lead to.

    Of a figure there is a page; one for each measure is taken. Of cells all are taken, or those that are given.
    """
    framework = site.service.snapshot().framework
    paths = addresses.pages(exercise=framework.exercise)
    codes = [state.code for state in framework.countries]
    states = [f"/countries/{code}" for code in codes]
    tabs = [f"{state}?tab={tab}" for state, tab in product(states, addresses.TABS)]
    every = (f"/evidence/{code}/{item}" for code, item in cells or product(codes, (i.id for i in framework.items)))
    sources = [f"/evidence/{source.source_id}" for source in site.service.snapshot().sources]
    figures = {figure.indicator: figure.observation_id for figure in site.service.snapshot().observations}
    figure_pages = [f"/evidence/observation/{found}" for found in figures.values()]
    for path in dict.fromkeys([*paths, *addresses.OTHER_TABS, *states, *tabs, *every, *sources, *figure_pages]):
        for language in languages:
            answer = site.client.get(f"{path}{'&' if '?' in path else '?'}lang={language}")
            if answer.status_code == 200:
                yield path, language, answer.text


def page_sentences(html: str, language: str) -> Iterator[str]:
    """Yield the sentences of a page, and those that are read out or shown on hover."""
    body = html[html.index("<main") :] if "<main" in html else html
    for block in blocks(body, language):
        if not block.of_the_record:
            yield from END.split(block.text)
    # the form of the panel repeats the title of each slide for each of its buttons
    yield from (unescape(text) for text in SHOWN.findall(body) if "data-builder" not in html)


def strings(value: Any, skipped: frozenset[str] = frozenset({"quotes", "kind", "svg", "qr", "lang"})) -> Iterator[str]:
    """Yield every text of a value that a template is filled with."""
    if isinstance(value, str):
        yield from END.split(value)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in skipped:
                yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def pack_sentences(pack: Pack, name: str) -> Iterator[tuple[str, str]]:
    """Yield place and sentence of the slides and the notes of a pack."""
    for slide in pack.slides:
        shown = (slide.title, slide.about, slide.label, *map(asdict, slide.blocks), source_line(slide))
        yield from ((f"{name} slide {slide.id}", text) for text in strings(shown))
        sections = [(heading, lines) for heading, lines in note_sections(slide) if "“" not in "".join(lines)]
        yield from ((f"{name} note {slide.id}", text) for text in strings(sections))


def site_sentences(site: Site) -> Iterator[tuple[str, str, str]]:
    """Yield language, place and text of everything that a stage says."""
    for path, language, html in pages_of(site):
        yield from ((language, path, text) for text in page_sentences(html, language))
    service, snapshot = site.service, site.service.snapshot()
    for language in LANGUAGES:
        for state in snapshot.framework.countries:
            page = asdict(brief(snapshot, service.view(country.build, snapshot, state.code), words_of(language)))
            yield from ((language, f"brief {state.code}", text) for text in strings(page))
            pack = service.pack(PackChoice(country=state.code, languages=(language,)))
            yield from ((language, place, text) for place, text in pack_sentences(pack, f"pack {state.code}"))
        pack = service.pack(PackChoice(languages=(language,)))
        yield from ((language, place, text) for place, text in pack_sentences(pack, "panel"))


class Mask:
    """Hides the names, numbers and days of a record, so that a sentence said of five states is one."""

    def __init__(self, snapshot: Snapshot) -> None:
        framework = snapshot.framework
        named = (*framework.items, *framework.indicators, *framework.measures, *framework.topics)
        texts = [*(each.name for each in named), *(each.short for each in framework.countries)]
        texts += [*(each.name for each in framework.countries), *(body.name for body in framework.bodies)]
        found = {text.in_(language) for text in texts for language in LANGUAGES}
        found |= {body.key for body in framework.bodies}
        found |= {name for source in snapshot.sources for name in (source.title, source.body)}
        ordered = sorted(filter(None, found), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_with_cases, ordered)), re.IGNORECASE)

    def __call__(self, text: str) -> str:
        """Return a text with its names, numbers and days hidden."""
        shown = self._pattern.sub(lambda match: "‹name›", text)
        shown = re.sub(r"‹name›(?:, ‹name›)*(?:,? (?:and|и) ‹name›)?", "‹name›", shown)
        return NUMBER.sub("#", MONTHS.sub("‹month›", shown))


def _with_cases(name: str) -> str:
    """Return a pattern of a name; one word in Russian has other endings too."""
    one_word = re.fullmatch(r"[А-ЯЁа-яё]+", name)
    return rf"\b{re.sub('[аяьоийы]$', '', name)}\w{{0,3}}(?!\w)" if one_word else re.escape(name)


def sentences(site: Site, mask: Mask, known: set[tuple[str, str]]) -> dict[str, dict[str, list[str]]]:
    """Return by language the sentences that are not `known` yet, with the places of each; they are known then."""
    found: dict[str, dict[str, list[str]]] = {language: {} for language in LANGUAGES}
    shown: dict[tuple[str, str], str] = {}
    for language, place, text in site_sentences(site):
        plain = " ".join(text.split()).strip(" ·;")
        key = language, mask(plain)
        if key in known or len(WORD.findall(plain)) < FEWEST_WORDS:
            continue
        places = found[language].setdefault(shown.setdefault(key, plain), [])
        if place not in places:
            places.append(place)
    known |= set(shown)
    return found


def written(stage: str, found: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """Yield the lines of a stage."""
    for language, each in found.items():
        yield f"\n## {stage}, {language}: {len(each)} new\n"
        for text, places in each.items():
            yield f"- {text}  [{places[0]}{f' +{len(places) - 1}' if len(places) > 1 else ''}]"


def main(path: Path, chosen: Iterable[str]) -> None:
    """Write the sentences of the chosen stages to a file."""
    known: set[tuple[str, str]] = set()
    with TemporaryDirectory() as folder, path.open("w", encoding="utf-8") as file:
        stages = Stages(Path(folder) / "stages")
        for stage in chosen:
            site = stages.open(stage)
            found = sentences(site, Mask(site.service.snapshot()), known)
            file.write("\n".join(written(stage, found)) + "\n")
            file.flush()
            site.service.close()
        counts = ", ".join(f"{sum(each == n for each, _ in known)} {n}" for n in LANGUAGES)
        file.write(f"\n{len(known)} distinct sentences: {counts}\n")
    print(f"{path}: {len(known)} distinct sentences, {counts}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or names())
