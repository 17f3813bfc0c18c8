"""Takes figures from the tables of a workbook of another make: what its headings mean is asked, and remembered."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from pydantic import TypeAdapter

from bukhara.access import Action
from bukhara.errors import DraftConflict, Refused
from bukhara.i18n.words import words_of
from bukhara.model.access import Actor
from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.draft import Draft, DraftState
from bukhara.model.messages import N_
from bukhara.service import Service
from bukhara.service.drafts import uploads
from bukhara.service.reading.memo import Memo
from bukhara.store import drafts, originals
from bukhara.store.originals import Original
from bukhara.workbook import WorkbookContents
from bukhara.workbook.labels import codes_of
from bukhara.workbook.reading.sheet_grid import SheetGrid
from bukhara.workbook.writing.template import write
from wings.ministry_tables import mapped_figures, mapping, remembered
from wings.ministry_tables.covering_line import CoveringLetter, covering_line
from wings.ministry_tables.heading_reading import HeadingReading
from wings.ministry_tables.heading_words import HeadingWords, MeasureChoice, measure_choices
from wings.ministry_tables.layout import NumberTable, is_in_place_of_number, tables_of
from wings.ministry_tables.mapping import CellUse, MappedCell, TableChoices
from wings.ministry_tables.pasted import pasted
from wings.ministry_tables.remembered import RememberedTable

NOT_OPEN = N_("This draft was already sent for review. Please ask for it to be sent back, or send the file again.")
STILL_OPEN = N_(
    "Some cells are still asked about. Please answer the questions that are marked, or leave these cells out."
)
NOTHING_TAKEN = N_("No cell would be used. Please choose what the headings of a table mean.")
OURS = N_("This is our own workbook: its columns are known, and there is nothing to say about them.")
NO_TABLE = N_("No table of numbers with headings was found in this workbook.")
NO_COLUMNS = N_("What was pasted has no columns. Please copy the table itself in Excel or Word, and paste it here.")
TOO_LARGE = N_("The sheet is larger than can be mapped by hand: 500 rows and 60 columns, 2,500 numbers in a table.")
BREAKDOWN_CODES = (
    *("sex:female", "sex:male", "age_group:minor", "age_group:adult", "citizenship:foreign"),
    *(f"form_of_exploitation:{code}" for code in codes_of("form_of_exploitation")),
)
"""The parts of a breakdown that a heading can name."""
_NOT_IN_CELLS = frozenset({"text-box", "external-links", "pivot-data"})
_ENOUGH = 0.5
_Names = tuple[str, ...]
_CHOICES = TypeAdapter(TableChoices)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTable:
    """One table, the answers about it, what becomes of each cell, and whether the answers were remembered.

    `readings` are the headings that are not understood as a whole, `former` the meanings that they were given for
    another form, which is similar.
    """

    table: NumberTable
    choices: TableChoices
    cells: tuple[MappedCell, ...] = ()
    remembered: bool = False
    readings: Mapping[str, HeadingReading] = field(default_factory=dict)
    former: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def count(self, use: str) -> int:
        """Return the number of cells of a use."""
        return sum(cell.use == use for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTables:
    """The tables of a file; `reason` says why it has no tables.

    `beside` are the cells of numbers that are in no table, `unread` the sheets that are hidden or too large, `told` the
    codes of warnings about what is in no cell.
    """

    file_name: str
    tables: tuple[OwnTable, ...]
    measures: tuple[MeasureChoice, ...]
    own_country: str
    beside: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    reason: str = ""

    @property
    def cells(self) -> tuple[MappedCell, ...]:
        """The cells of all tables."""
        return tuple(cell for each in self.tables for cell in each.cells)

    def count(self, use: str) -> int:
        """Return the number of cells of a use."""
        return sum(each.count(use) for each in self.tables)


class TableMapping:
    """Reads the tables of a draft's file, and puts our workbook in its place once all is answered."""

    def __init__(self, service: Service) -> None:
        self._service, self._reader = service, service.drafts.reader
        self._files: Memo[tuple[tuple[NumberTable, ...], _Names, _Names]] = Memo(8)

    def receive_pasted(self, actor: Actor, text: str) -> Draft:
        """Store a copied table as a draft; raise DraftConflict, with what to do, for a text without columns."""
        content = pasted(text)
        if content is None:
            raise DraftConflict(NO_COLUMNS)
        return self._service.drafts.receive(actor, "pasted table.xlsx", content)

    def made(self, draft: Draft) -> bool:
        """Return whether the workbook of a draft was made of tables."""
        with self._service.opened().connect() as connection:
            return "tables" in originals.detail(connection, draft.draft_id)

    def tables(self, actor: Actor, draft_id: int, given: Sequence[TableChoices] = ()) -> OwnTables:
        """Return the tables under the `given` answers, or under those made or remembered before, else as proposed."""
        draft = self._reader.draft(actor, draft_id)
        original = self._original(draft)
        measures = measure_choices(self._service.current_framework(), others=not actor.country)
        sent = self._reader.read(original.content, original.file_name, original.file_hash, draft.subject).reading
        if not uploads.is_of_another_make(sent):
            return OwnTables(file_name=draft.file_name, tables=(), measures=measures, own_country="", reason=OURS)
        tables, beside, unread = self._files.get(original.file_hash, lambda: self._file_tables(original))
        before = (_CHOICES.validate_python(each) for each in original.detail.get("tables", ()))
        answers = self._answers(tables, given or [*before], HeadingWords(self._service.framework(), measures), actor)
        mapped = [cell for each in answers for cell in mapping.mapped(each.table, each.choices, actor.country)]
        cells = iter(mapping.without_repetition(mapped))
        return OwnTables(
            file_name=original.file_name,
            tables=tuple(replace(each, cells=tuple(islice(cells, len(each.table.cells)))) for each in answers),
            measures=measures,
            own_country=actor.country,
            beside=beside,
            unread=unread,
            told=tuple(each.code for each in sent.findings if each.code in _NOT_IN_CELLS),
            reason="" if tables else TOO_LARGE if unread else NO_TABLE,
        )

    def make(self, actor: Actor, draft_id: int, given: Sequence[TableChoices], letter: CoveringLetter) -> Draft:
        """Put our workbook with the figures in the place of the draft's file, keep the file, and remember the answers.

        Raises Refused, with what to do, while a cell is asked about or the source is not named.
        """
        found = self.tables(actor, draft_id, given)
        taken = [cell for cell in found.cells if cell.use is CellUse.TAKEN]
        if any(cell.use is CellUse.ASKED for cell in found.cells):
            raise Refused(STILL_OPEN)
        if not taken:
            raise Refused(NOTHING_TAKEN)
        source = mapped_figures.source_of(letter, actor.country, exercise=self._service.settings.exercise)
        held = self._service.newest()
        measures = {choice.code: choice for choice in found.measures}
        figures = mapped_figures.figures_of(taken, measures, held.observations, source)
        contents = WorkbookContents(
            kind=WorkbookKind.TRACKER if actor.country else WorkbookKind.STATISTICS,
            framework=self._service.framework_of(held),
            country=actor.country,
            observations=figures,
            sources=(source,),
        )
        made = write(contents, words_of("en"))
        return self._put(actor, draft_id, found, made, letter)

    def _put(self, actor: Actor, draft_id: int, found: OwnTables, made: bytes, letter: CoveringLetter) -> Draft:
        draft = self._reader.draft(actor, draft_id)
        subject = actor.country or WorkbookKind.STATISTICS.value
        self._service.authorize(actor, Action.UPLOAD, subject)
        if draft.state is not DraftState.DRAFT:
            raise DraftConflict(NOT_OPEN)
        choices = [each.choices for each in found.tables]
        told = [{"code": code, "severity": Severity.WARNING} for code in found.told]
        detail = {"tables": list(map(asdict, choices)), "letter": asdict(letter), "form": told}
        sent = replace(self._original(draft), detail=detail)
        with self._service.opened().transaction() as connection:
            changes = {"subject": subject, "file_hash": uploads.hash_of(made), "moved_at": self._service.now()}
            after = drafts.move(connection, draft, **changes)
            originals.keep(connection, sent, made)
            for each in found.tables:
                shape = mapping.shape_of(each.table)
                table = RememberedTable(shape, _lasting(each.choices))
                key = hashlib.sha256("\n".join(shape).encode()).hexdigest()
                remembered.remember(connection, _owner(actor), key, table)
            counts: dict[str, Any] = {"figures": found.count(CellUse.TAKEN), "left_out": found.count(CellUse.LEFT)}
            self._reader.note(connection, actor.name, "draft_map", after, original=sent.file_hash, **counts)
        return after

    def letter(self, actor: Actor, draft_id: int, found: OwnTables) -> CoveringLetter:
        """Return the document as it was entered for a draft; at first, what one line above a table says of it."""
        original = self._original(self._reader.draft(actor, draft_id))
        if "letter" in original.detail:
            return CoveringLetter(**original.detail["letter"])
        titles = dict.fromkeys(title for each in found.tables for title in each.table.titles)
        lines = [line for title in titles if (line := covering_line(title))]
        return lines[0] if len(lines) == 1 else CoveringLetter()

    def _original(self, draft: Draft) -> Original:
        with self._service.opened().connect() as connection:
            kept = originals.find(connection, draft.draft_id)
        if kept is not None:
            return kept
        content, name = self._reader.content(draft), draft.file_name
        return Original(draft_id=draft.draft_id, file_name=name, file_hash=draft.file_hash, content=content)

    def _file_tables(self, original: Original) -> tuple[tuple[NumberTable, ...], _Names, _Names]:
        grids = self._reader.grids(original.content, original.file_hash)
        of_sheets = [(grid, tables_of(grid)) for grid in grids]
        tables = tuple(table for _, found in of_sheets for table in found or ())
        unread = tuple(grid.title for grid, found in of_sheets if grid.cut or found is None)
        return tables, _beside(grids, tables), unread

    def _answers(
        self, found: Sequence[NumberTable], answers: Sequence[TableChoices], words: HeadingWords, actor: Actor
    ) -> list[OwnTable]:
        with self._service.opened().connect() as connection:
            known = remembered.tables_of(connection, _owner(actor))
        today = self._service.today()
        asked = [_proposed(table, words, known, today) for table in found]
        if len(answers) != len(found):
            return asked
        return [
            replace(each, choices=mapping.completed(each.table, over, today), remembered=False)
            for each, answer in zip(asked, answers, strict=True)
            # with what is proposed for headings that they are not about
            for over in (replace(answer, meanings={**each.choices.meanings, **answer.meanings}),)
        ]


def _proposed(table: NumberTable, words: HeadingWords, known: Sequence[RememberedTable], today: date) -> OwnTable:
    """Return the mapping of a table: as remembered for the same form, else as its headings are understood."""
    choices, shape = mapping.proposed(table, words, today), mapping.shape_of(table)
    readings = {each: words.read(each) for each, meaning in choices.meanings.items() if not meaning}
    alike = max(known, key=lambda each: _likeness(shape, each.headings), default=None)
    if alike is None or _likeness(shape, alike.headings) < _ENOUGH:
        return OwnTable(table=table, choices=choices, readings=readings)
    stored = alike.choices
    chosen = {each: tuple(stored["meanings"].get(mapping.without_years(each), ())) for each in choices.meanings}
    if shape != alike.headings:
        former = {heading: codes for heading, codes in chosen.items() if codes and heading in readings}
        return OwnTable(table=table, choices=choices, readings=readings, former=former)
    merged = replace(
        choices,
        take=stored["take"],
        measure=stored["measure"],
        country=stored["country"],
        meanings={heading: chosen[heading] or meaning for heading, meaning in choices.meanings.items()},
        periods={},
        gaps={text: stored["gaps"].get(text, "") for text in choices.gaps},
    )
    return OwnTable(table=table, choices=mapping.completed(table, merged, today), remembered=True, readings=readings)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    here, there = frozenset(one), frozenset(other)
    return len(here & there) / len(here | there) if here or there else 0.0


def _lasting(choices: TableChoices) -> dict[str, object]:
    """Return the answers that hold for the next file of the same form: no dates."""
    meanings = {mapping.without_years(heading): list(codes) for heading, codes in choices.meanings.items()}
    lasting = {name: value for name, value in asdict(choices).items() if name not in ("start", "end", "periods")}
    return {**lasting, "meanings": meanings}


def _beside(grids: Sequence[SheetGrid], found: Sequence[NumberTable]) -> tuple[str, ...]:
    """Return the cells of numbers that are neither in a table nor its headings: counts of rows, single numbers.

    A text in place of a number is one of them if it has digits.
    """
    inside = {(table.sheet, cell.address) for table in found for cell in table.cells}
    texts = {(table.sheet, text) for table in found for text in (*table.headings, *table.titles)}
    return tuple(
        f"{grid.title}!{cell.address}"
        for grid in grids
        for cell in grid.cells
        if cell.number is not None or (is_in_place_of_number(cell.text) and any(map(str.isdigit, cell.text)))
        if (grid.title, cell.address) not in inside and (grid.title, cell.text) not in texts
    )


def _owner(actor: Actor) -> str:
    return actor.country or f"account {actor.name}"
