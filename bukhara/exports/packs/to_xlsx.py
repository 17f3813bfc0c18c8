"""The data pack: a sheet for each measure with every figure and gap of it, and one with the statuses of the matrix."""

import re
from collections.abc import Iterable

from bukhara.exports import to_xlsx as tables
from bukhara.exports.dataset import Dataset, Row, cell
from bukhara.exports.packs.office_files import moment, without_clock
from bukhara.exports.xml_text import xml_text
from bukhara.i18n.words import words_of
from bukhara.pack import Pack, Slide
from bukhara.pack.slides import Plot, PlotMark, Plots, SlideMatrix

FIGURES = (
    *("slide", "country", "name", "value", "state", "qualifier", "value_low", "value_high", "shown"),
    *("counting_unit", "about", "period", "period_start", "period_end", "reporter", "source", "source_locator"),
    *("quote", "observation_id", "remark"),
)
STATUSES = ("slide", "pillar", "theme", "country", "mark", "word", "since")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def to_xlsx(pack: Pack) -> bytes:
    """Return the data pack in the first language of the pack; a text never becomes a formula."""
    language = pack.languages[0]
    slides = [slide for slide in pack.slides if slide.language == language]
    datasets = [*_statuses(pack, slides), *_figures(pack, slides)]
    # a workbook needs one sheet of data
    found = tables.workbook(datasets or [_dataset(pack, "1", FIGURES, [])], language, pack.warnings[language])
    return without_clock(found, moment(pack))


def _figures(pack: Pack, slides: Iterable[Slide]) -> Iterable[Dataset]:
    """Yield a table for each measure; the slides of one measure are one table."""
    subjects = dict.fromkeys(slide.subject for slide in slides if _plots(slide))
    for number, subject in enumerate(subjects, start=1):
        own = [slide for slide in slides if slide.subject == subject]
        rows = [_row(slide, plot, mark) for slide in own for block in _plots(slide) for plot, mark in _marks(block)]
        title = _NOT_IN_NAMES.sub(" ", f"{number} {own[0].title}")
        sources = tuple(dict.fromkeys(source for slide in own for source in slide.sources))
        yield _dataset(pack, title, FIGURES, rows, sources=sources, notes=own[0].notes.cautions)


def _plots(slide: Slide) -> list[Plots]:
    return [block for block in slide.blocks if isinstance(block, Plots)]


def _marks(block: Plots) -> Iterable[tuple[Plot, PlotMark | None]]:
    for plot in block.plots:
        marks: tuple[PlotMark | None, ...] = (*plot.marks, *plot.beside)
        yield from ((plot, mark) for mark in marks or (None,))


def _row(slide: Slide, plot: Plot, mark: PlotMark | None) -> Row:
    """Return a figure; of a state without any the words that say why."""
    if mark is None:
        return (slide.id, plot.country, plot.name, *(None,) * 5, plot.empty, *(None,) * 11)
    low, high = mark.ends
    found = (
        *(slide.id, plot.country, plot.name, mark.value, mark.state, mark.qualifier, low, high, mark.text),
        *(mark.unit, mark.about, mark.period, mark.start, mark.end, mark.body, mark.source, mark.place),
        *(mark.quote, mark.observation_id, mark.remark),
    )
    return tuple(cell(xml_text(value) if type(value) is str else value) for value in found)


def _statuses(pack: Pack, slides: Iterable[Slide]) -> Iterable[Dataset]:
    found = [(slide, block) for slide in slides for block in slide.blocks if isinstance(block, SlideMatrix)]
    rows: list[Row] = [
        (slide.id, row.pillar, row.name, column, status.mark, status.word, status.since or None)
        for slide, block in found
        for row in block.rows
        for column, status in zip(block.columns, row.cells, strict=True)
    ]
    if rows:
        words = words_of(pack.languages[0])
        sources = tuple(dict.fromkeys(source for slide, _ in found for source in slide.sources))
        notes = tuple(dict.fromkeys(note for slide, _ in found for note in slide.notes.cautions))
        yield _dataset(pack, words("Themes"), STATUSES, rows, sources=sources, notes=notes)


def _dataset(
    pack: Pack,
    title: str,
    columns: tuple[str, ...],
    rows: list[Row],
    *,
    sources: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Dataset:
    return Dataset(
        name="pack",
        title=title,
        release=pack.release,
        as_of=pack.as_of,
        columns=columns,
        rows=rows,
        sources=sources,
        notes=notes,
    )
