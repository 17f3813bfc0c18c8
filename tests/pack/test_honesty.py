"""What no format may get wrong, read back from every file: guard, disclosure, the six states, order, words, EXERCISE."""

import io
import re
import zipfile
from functools import cache
from html import unescape

import pytest

from bukhara.exports.packs import WRITERS
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.figures import PARTS_DISAGREE
from bukhara.i18n.words import words_of
from bukhara.model.codes import State
from bukhara.pack import PackChoice
from bukhara.pack.figures import labels, plot_text
from bukhara.pack.notes import notes_text
from bukhara.pack.slides import Plots, Points, SlideKind
from tests.pack.conftest import CASES
from tests.pack.test_running_order import DISCOURTEOUS, texts

FORMS = tuple(WRITERS)
NOTES = "\f"
"""Stands between a slide and its notes."""
ZERO = {"en": "0 reported", "ru": "сообщено 0"}
MISSING = (State.NOT_AVAILABLE, State.NOT_REPORTED, State.SUPPRESSED, State.NOT_ASKED)


def office_text(data, part):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(part, name)]
        pages = [archive.read(name).decode() for name in sorted(names, key=lambda n: int(re.sub(r"\D", "", n) or 0))]
    return [unescape(re.sub(r"<[^>]*>", "", re.sub(r"</a:p>|</w:p>", "\n", page))) for page in pages]


@pytest.fixture(scope="session")
def pages(packs, written):
    """Return the slides of a file as texts."""

    @cache
    def read(kind, language, form):
        data = written(kind, language, form)
        if form == "html":
            found = (
                data.decode()
                .replace('<aside class="notes"', f'{NOTES}<aside class="notes"')
                .split('class="slide kind-')[1:]
            )
            return tuple(
                unescape(re.sub(r"<[^>]*>", " ", page.split("</main>")[0])).replace("\u00ad", "") for page in found
            )
        shown, notes = (
            office_text(data, r"ppt/slides/slide\d+\.xml"),
            office_text(data, r"ppt/notesSlides/notesSlide\d+\.xml"),
        )
        return tuple(NOTES.join(page) for page in zip(shown, notes, strict=True))

    return read


def on_slide(slide) -> str:
    return "\n".join(point.text for block in slide.blocks if isinstance(block, Points) for point in block.points)


def plots_of(pack):
    return [(slide, block) for slide in pack.slides for block in slide.blocks if isinstance(block, Plots)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_page_of_an_exercise_says_so_and_no_other(packs, pages, kind, language, form) -> None:
    warning = packs("exercise", PackChoice(languages=(language,))).warnings[language]
    found = pages(kind, language, form)
    assert found
    assert [warning in page for page in found] == [kind == "exercise"] * len(found)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_figures_have_the_sentences_of_the_guard(packs, pages, kind, language, form) -> None:
    text = re.sub(r"\s+", " ", " ".join(pages(kind, language, form)))
    for slide, _ in plots_of(packs(kind, PackChoice(languages=(language,)))):
        assert all(re.sub(r"\s+", " ", sentence) in text for sentence in slide.notes.cautions), slide.id


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_figures_whose_parts_disagree_are_named_with_their_years(packs, pages, language, form) -> None:
    remark = words_of(language)(PARTS_DISAGREE)
    text = re.sub(r"\s+", " ", " ".join(pages("record", language, form)))
    (slide,) = [
        each for each, _ in plots_of(packs("record", PackChoice(languages=(language,)))) if "convicted" in each.id
    ]
    (note,) = [sentence for sentence in slide.notes.cautions if remark in sentence]
    assert note in on_slide(slide)
    assert "2010–2017, 2019–2021" in note, "Uzbekistan"
    assert note in text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_states_of_a_value_keep_their_words(packs, pages, language, form) -> None:
    text, words = "\n".join(pages("exercise", language, form)), words_of(language)
    assert ZERO[language] in text
    for state in MISSING:
        # a slide has room for the short word, its notes and the other files for the long one
        assert short_label(words, state) in text or label(words, state) in text, state
    assert "<5" in "\n".join(pages("record", language, form))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_states_are_in_their_order_and_words_are_courteous(packs, pages, kind, language, form) -> None:
    pack, found = packs(kind, PackChoice(languages=(language,))), pages(kind, language, form)
    for slide in pack.slides:
        assert not [text for text in texts(slide) if DISCOURTEOUS.search(text)], slide.id
    names = [name for _, name in pack.countries[language]]
    for page, slide in zip(found, pack.slides, strict=True):
        if slide.kind is SlideKind.MATRIX:
            places = [page.index(name) for name in names if name in page]
            assert places == sorted(places), slide.id


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_number_and_status_is_in_the_file(packs, pages, kind, language, form) -> None:
    pack, text = packs(kind, PackChoice(languages=(language,))), " ".join(" ".join(pages(kind, language, form)).split())
    for slide in pack.slides:
        assert slide.sources
    if form == "pptx":  # numbers of native charts are compared in test_pptx
        return
    for slide, block in plots_of(pack):
        for plot in block.plots:
            marks = [mark for mark in (*plot.marks, *plot.beside) if mark.figure.state is State.VALUE]
            assert all(" ".join(mark.text.split()) in text for mark in marks), (slide.id, plot_text(plot))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("language", "withheld"), [("en", r"minors 2023: withheld"), ("ru", r"несовершеннолетние 2023: не раскры")]
)
def test_a_gap_says_of_which_part_it_is_and_nothing_is_cut_off_without_a_word(pages, form, language, withheld) -> None:
    text = re.sub(r"\s+", " ", " ".join(pages("exercise", language, form)))
    assert re.search(withheld, text)
    assert re.findall(r"(?:withheld|не раскрыто): \d{4}|(?<!\S)\+\d+(?!\S)", text) == []


def test_years_beside_a_chart_are_in_order_and_the_whole_comes_before_its_parts(packs) -> None:
    plots = [plot for _, block in plots_of(packs("exercise", PackChoice())) for plot in block.plots]
    assert [labels(plot) for plot in plots if any(mark.figure.state is State.SUPPRESSED for mark in plot.beside)] == [
        ("minors 2023: withheld",),
        (
            "2024: withheld",
            "female, male 2023, 2024: withheld",
            "minors 2023, 2024, 2025: withheld",
            "labour exploitation 2023, 2024: not covered",
        ),
        ("minors 2023, 2024, 2025: withheld", "labour exploitation 2023, 2024: not covered"),
    ]


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_what_no_chart_of_a_slide_shows_is_in_its_notes(packs, kind, language) -> None:
    for slide, block in plots_of(packs(kind, PackChoice(languages=(language,)))):
        drawn = any(plot.marks for plot in block.plots)
        lines = [line for plot in block.plots for line in labels(plot) if drawn]
        assert all(line in notes_text(slide) for line in lines)


@pytest.mark.parametrize("form", ["pptx", "html"])
def test_a_masked_number_has_the_same_words_on_the_slides_of_every_format(packs, pages, form) -> None:
    text = re.sub(r"\s+", " ", " ".join(page.split(NOTES)[0] for page in pages("record", "en", form)))
    drawn = [(slide, plot) for slide, block in plots_of(packs("record", PackChoice())) for plot in block.plots]
    found = [(slide, line) for slide, plot in drawn for line in labels(plot) if line.startswith("<5")]
    assert found
    assert [line for _, line in found if line not in text] == []
    assert all("masked by the publisher" in on_slide(slide) for slide, _ in found)
