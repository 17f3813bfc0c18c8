"""The questions of a tracker as a Word form, which a ministry circulates until all its bodies agree."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.blkcntnr import BlockItemContainer as Cell
from docx.document import Document as Form
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from bukhara.i18n.act_answers import SAID, sentence
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import UNCONFIRMED, BodyKind, Kind, State, Status
from bukhara.model.framework import Indicator, Item
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.office_files import MAKER, without_clock
from bukhara.service.drafts.letter_answers import acts_to_answer
from bukhara.workbook.questions import asked
from bukhara.workbook.reading.contents import WorkbookContents
from bukhara.workbook.reading.frontsheet import TEMPLATE_VERSION
from bukhara.workbook.writing.files import FIXED_TIME
from bukhara.workbook.writing.lines import plain
from bukhara.workbook.writing.readme_sheet import explained
from wings.word_form.word_text import MARK

SINCE = N_("Since when (year or month)")
NUMBERS = (N_("Number"), N_("Period (year, or first and last month)"))
"""The lines below an answer; `form_answers.py` reads what is written behind them."""
_HEADINGS = (N_("Question"), N_("Last accepted answer, with its source"), N_("New answer"), N_("Please tick one"))
_TITLE = N_("Follow-up of the Bukhara Declaration")
_TO_DO = (
    N_(
        "This form holds the same questions as the Excel workbook, for clearance inside the ministry. "
        "Please send back what was agreed: this form (.docx), or the workbook."
    ),
    N_(
        "If the last accepted answer is still correct, tick “Unchanged”: the state then confirms it by the letter "
        "named below. Otherwise write the new answer and tick what is right. Please name institutions only, never "
        "persons."
    ),
    N_(
        "An act on file is answered by its own tick: in force, or not; its day may stand behind it. The status moves "
        "only if a status is ticked, too, by the condition that stands below the question."
    ),
)
LETTERS = N_("Agreed by")
_OF_LETTERS = N_(
    "Institution, number and day of its letter; no person needs to be named. The first letter becomes the "
    "source of the answers."
)
_WIDTHS = (5.6, 7.6, 8.0, 4.4)
_STATUSES = (Status.IN_PLACE, Status.UNDER_WAY, Status.PLANNED, Status.CONTINUING)
GAPS = (State.NOT_APPLICABLE, State.NOT_AVAILABLE)
_SPARE_BODIES = 2
_GREY = RGBColor(0x59, 0x59, 0x59)
_HEAD = "1F4E79"


def word_form(contents: WorkbookContents, words: Words) -> bytes:
    """Return a .docx with a table for each item, space for the answers and a block of letters by body."""
    form = Document()
    _set_up(form, contents, words)
    _say_what_to_do(form, contents, words)
    wanted = {question.indicator for question in asked(contents.framework, contents.country)}
    wanted |= {row.indicator for row in contents.statements}
    for item in contents.framework.items:
        indicators = [indicator for indicator in item.indicators if indicator.id in wanted]
        if indicators:
            _add_item(form, item, indicators, contents, words)
    _add_letters(form, contents, words)
    out = io.BytesIO()
    form.save(out)
    return without_clock(out.getvalue(), FIXED_TIME)


def _set_up(form: Form, contents: WorkbookContents, words: Words) -> None:
    section = form.sections[0]
    # A4 across: four columns of text side by side
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(1.8)
    normal = form.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10)
    normal.paragraph_format.space_after = Pt(3)
    country = words.text(contents.framework.country(contents.country).name)
    about = form.core_properties
    about.author, about.title, about.language = MAKER, f"{words(_TITLE)}: {country}", words.language
    about.created = about.modified = FIXED_TIME
    about.last_modified_by, about.comments = MAKER, ""
    about.keywords = f"{MARK} {TEMPLATE_VERSION} {contents.country} {words.language} {contents.base_release or ''}"
    foot = section.footer.paragraphs[0]
    foot.text = plain(". ".join(part for part in (country, contents.round_title) if part) + " · ")
    _number_pages(foot)


def _say_what_to_do(form: Form, contents: WorkbookContents, words: Words) -> None:
    country = words.text(contents.framework.country(contents.country).name)
    form.add_heading(words(_TITLE), 0)
    form.add_heading(plain(country), 1)
    if contents.round_title:
        _add(form, f"{words(N_('Round'))}: {contents.round_title}", bold=True)
    for text in _TO_DO:
        _add(form, words(text))
    release = "" if contents.base_release is None else str(contents.base_release)
    made = f"{words(N_('Made from release'))}: {release}. {words(N_('Version of the template'))}: {TEMPLATE_VERSION}."
    _add(form, made, grey=True)


def _add_item(
    form: Form, item: Item, indicators: Sequence[Indicator], contents: WorkbookContents, words: Words
) -> None:
    form.add_heading(plain(f"{item.id}. {words.text(item.name)}"), 2)
    _add(form, words.text(item.description), grey=True).paragraph_format.keep_with_next = True
    table = _table(form, [words(heading) for heading in _HEADINGS], _WIDTHS)
    for indicator in indicators:
        question, last, answer, tick = _new_row(table)
        name, *conditions = explained(indicator, words).split("\n")
        _write(question, f"{indicator.id}. {name}", bold=True)
        for condition in conditions:
            _write(question, condition, grey=True)
        rows = [row for row in contents.statements if row.indicator == indicator.id]
        answers = [row for row in rows if row.state is State.VALUE]
        if answers:
            _write_answers(last, answers, contents, words)
        else:
            _write(last, label(words, rows[-1].state if rows else State.NOT_ASKED), grey=True)
        _write(answer, "\n\n")
        for name in _asked_beside(indicator, contents):
            _write(answer, f"{words(name)}: ", grey=True)
        _write_ticks(tick, indicator, words, answered=bool(answers))
        for act in acts_of(contents, indicator.id):
            for said in SAID:
                _write(tick, f"☐ {sentence(act.act_name, said, words.language, act.valid_until)}")


def acts_of(contents: WorkbookContents, indicator: str) -> list[Statement]:
    """Return the acts on file that the state has not answered, each name once for each end of its period."""
    return list({(row.act_name, row.valid_until): row for row in acts_to_answer(contents, indicator)}.values())


def _asked_beside(indicator: Indicator, contents: WorkbookContents) -> tuple[str, ...]:
    """Return the lines to fill in below an answer: since when, or the one number that is asked for."""
    numbers = [each for each in contents.figure_questions if each.indicator == indicator.id]
    return NUMBERS if len(numbers) == 1 else (SINCE,) if indicator.conditions else ()


def _write_answers(cell: Cell, answers: Sequence[Statement], contents: WorkbookContents, words: Words) -> None:
    titles = {source.source_id: source.title for source in contents.sources}
    unconfirmed = {s.source_id for s in contents.sources if s.source_class in UNCONFIRMED}
    for row in answers:
        _write(cell, _last_answer(row, words))
        if row.source_id in unconfirmed:
            _write(cell, words(N_("From another public source, please confirm:")), grey=True)
        source = ", ".join(part for part in (titles.get(row.source_id, row.source_id), row.source_locator) if part)
        _write(cell, source, grey=True)


def _last_answer(row: Statement, words: Words) -> str:
    text, _ = row.text_in(words.language)
    what = label(words, row.status) if row.status else "" if row.kind is Kind.IMPLEMENTATION else label(words, row.kind)
    return f"{text} ({what})" if what else text


def _write_ticks(cell: Cell, indicator: Indicator, words: Words, *, answered: bool) -> None:
    choices = [words(N_("Unchanged"))] if answered else []
    choices += [label(words, status) for status in (_STATUSES if indicator.conditions else ())]
    choices += [label(words, gap) for gap in GAPS]
    for choice in choices:
        _write(cell, f"☐ {choice}")


def _add_letters(form: Form, contents: WorkbookContents, words: Words) -> None:
    """Add the table in which each institution gives the number and day of its letter; no person is named."""
    form.add_heading(words(LETTERS), 2)
    _add(form, words(_OF_LETTERS), grey=True)
    headings = [words(N_("Institution")), words(N_("Number of the document")), words(N_("Date"))]
    table = _table(form, headings, (14.6, 6.0, 5.0))
    bodies = [
        words.text(body.name)
        for body in contents.framework.bodies
        if body.country == contents.country and body.kind is BodyKind.STATE
    ]
    for body in (*bodies, *[""] * _SPARE_BODIES):
        _write(_new_row(table)[0], body or "\n")


def _table(form: Form, headings: Sequence[str], widths: Sequence[float]) -> Table:
    table: Table = form.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for cell, text, width in zip(table.rows[0].cells, headings, widths, strict=True):
        cell.width = Cm(width)
        _write(cell, text, bold=True, colour=RGBColor(0xFF, 0xFF, 0xFF))
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD)):
            shade.set(qn(f"w:{name}"), value)
        _element_around(cell.paragraphs[0]).get_or_add_tcPr().append(shade)
    _mark_row(table.rows[0].cells, "w:tblHeader")
    return table


def _new_row(table: Table) -> Sequence[Cell]:
    cells: Sequence[Cell] = table.add_row().cells  # type: ignore[no-untyped-call]
    _mark_row(cells, "w:cantSplit")
    return cells


def _mark_row(cells: Sequence[Cell], name: str) -> None:
    _element_around(cells[0].paragraphs[0]).getparent().get_or_add_trPr().append(OxmlElement(name))


def _element_around(paragraph: Paragraph) -> Any:
    return paragraph.paragraph_format.element.getparent()


def _write(cell: Cell, text: str, *, bold: bool = False, grey: bool = False, colour: RGBColor | None = None) -> None:
    first = cell.paragraphs[0]
    paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(plain(text))
    run.bold = bold
    run.font.size = Pt(8.5) if grey else Pt(9.5)
    if grey or colour:
        run.font.color.rgb = colour or _GREY


def _add(form: Form, text: str, *, bold: bool = False, grey: bool = False) -> Paragraph:
    paragraph = form.add_paragraph()
    run = paragraph.add_run(plain(text))
    run.bold = bold
    if grey:
        run.font.color.rgb = _GREY
    return paragraph


def _number_pages(paragraph: Paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph.paragraph_format.element.append(field)
