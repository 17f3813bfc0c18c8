"""Kinds of bad workbook in the shape of its sheets: places, headings, rows, what is hidden, what acts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.utils import get_column_letter

from bukhara.model.codes import WorkbookKind
from bukhara.workbook.columns import SOURCES
from tests.bad.baseline import (
    PARTNERS,
    SHEET,
    STATISTICS,
    TRACKER,
    Bad,
    edited,
    keys,
    parts_of,
    patched,
    put,
    put_source,
    valid,
    with_parts,
    zipped,
)

_LINKS = "xl/_rels/workbook.xml.rels"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _twin() -> bytes:
    return valid(TRACKER)


def _figures() -> bytes:
    return valid(STATISTICS)


def _sheet(*changes: tuple[str, str]) -> partial[bytes]:
    return partial(patched, STATISTICS, SHEET, *changes)


def _changed(name: str, code: str, at: str, change: Callable[[Workbook], Any], *, kind: WorkbookKind = STATISTICS,
             right: Callable[[Workbook], Any] | None = None, stops: bool = True) -> Bad:  # fmt: skip
    return Bad(
        name, code, at, lambda: edited(valid(kind), change), lambda: edited(valid(kind), right) if right else valid(kind),
        stops=stops,
    )  # fmt: skip


def _shared(index: str) -> bytes:
    """Return a workbook whose C3 points at a shared text, of which there is one."""
    parts = parts_of(valid(STATISTICS))
    parts["xl/sharedStrings.xml"] = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295">'
        b"<si><t>110</t></si></sst>"
    )
    link = f'<Relationship Id="rIdT" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    parts[_LINKS] = parts[_LINKS].replace(b"</Relationships>", link.encode())
    before = "<v>110</v>"
    text = parts[SHEET].decode()
    start = text.index('<c r="C3"')
    end = text.index("</c>", start) + 4
    assert before in text[start:end]
    parts[SHEET] = (text[:start] + f'<c r="C3" t="s"><v>{index}</v></c>' + text[end:]).encode()
    return zipped(parts)


def _rich(run: str) -> str:
    return f'<c r="C3" t="inlineStr"><is><r><t>110</t></r><r>{run}<t>1</t></r></is></c>'


def _cell(new: str) -> bytes:
    """Return a workbook with the XML of C3 replaced."""
    text = parts_of(valid(STATISTICS))[SHEET].decode()
    start = text.index('<c r="C3"')
    end = text.index("</c>", start) + 4
    return with_parts(STATISTICS, {SHEET: (text[:start] + new + text[end:]).encode()})


PLACES = (
    Bad("geo_beyond_last_row", "beyond-grid", "Statistics!", _sheet(('<row r="3"', '<row r="1048577"')), _figures),
    Bad("geo_beyond_last_column", "beyond-grid", "Statistics!B3", _sheet(('r="C3"', 'r="XFE3"')), _figures),
    Bad("geo_no_column", "beyond-grid", "Statistics!B3", _sheet(('r="C3"', 'r="ZZZZZZ3"')), _figures),
    Bad("geo_row_twice", "rows-out-of-order", "Statistics!", _sheet(('<row r="4"', '<row r="3"')), _figures),
    Bad("geo_cell_twice", "rows-out-of-order", "Statistics!C3", _sheet(('r="D3"', 'r="C3"')), _figures),
    Bad("geo_cell_of_another_row", "rows-out-of-order", "Statistics!B3", _sheet(('r="C3"', 'r="C9"')), _figures),
    Bad("geo_merge_whole_sheet", "range-too-large", "Statistics!",
        _sheet(("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        _sheet(("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))),
    Bad("geo_hyperlink_whole_sheet", "range-too-large", "Statistics!",
        _sheet(("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>')),
        _sheet(("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A3" location="x"/></hyperlinks>'))),
    Bad("geo_far_corner", "cells-outside", "Statistics!XFD1048576",
        _sheet(("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')), _figures, stops=False),
    Bad("geo_dimension_lies", "formula-cell", "Statistics!C3",
        _sheet(('<dimension ref="', '<dimension ref="A1:A1" x="'), ("<v>110</v>", "<f>100+10</f><v>110</v>")),
        _sheet(('<dimension ref="', '<dimension ref="A1:A1" x="')), stops=False),
    Bad("geo_text_number_missing", "text-missing", "Statistics!C3", partial(_shared, "7"), partial(_shared, "0")),
    Bad("geo_text_number_negative", "text-missing", "Statistics!C3", partial(_shared, "-1"), partial(_shared, "0")),
    Bad("geo_text_too_long", "text-too-long", "Statistics!C3",
        lambda: _cell(f'<c r="C3" t="inlineStr"><is><t>{"A" * 40_000}</t></is></c>'),
        lambda: _cell('<c r="C3" t="inlineStr"><is><t>110</t></is></c>')),
    Bad("geo_cell_type_unknown", "file-damaged", "Statistics!C3", lambda: _cell('<c r="C3" t="z"><v>110</v></c>'),
        lambda: _cell('<c r="C3" t="n"><v>110</v></c>')),
    Bad("geo_boolean_of_two", "file-damaged", "Statistics!C3", lambda: _cell('<c r="C3" t="b"><v>2</v></c>'), _figures),
    Bad("num_stored_overflow", "not-finite", "Statistics!C3", lambda: _cell('<c r="C3"><v>1e400</v></c>'),
        lambda: _cell('<c r="C3"><v>1.1e2</v></c>')),
    Bad("num_stored_nan", "not-finite", "Statistics!C3", lambda: _cell('<c r="C3"><v>NaN</v></c>'), _figures),
    Bad("num_stored_words", "gap-in-words", "Statistics!C3", lambda: _cell('<c r="C3"><v>none</v></c>'), _figures),
    Bad("num_empty_v", "value-missing", "Statistics!C3", lambda: _cell('<c r="C3"><v></v></c>'), _figures),
    Bad("rich_superscript", "number-unreadable", "Statistics!C3",
        lambda: _cell(_rich('<rPr><vertAlign val="superscript"/></rPr>')),
        lambda: _cell('<c r="C3" t="inlineStr"><is><r><t>1</t></r><r><rPr><b/></rPr><t>10</t></r></is></c>')),
    Bad("rich_struck", "number-unreadable", "Statistics!C3", lambda: _cell(_rich("<rPr><strike/></rPr>")),
        lambda: _cell('<c r="C3" t="inlineStr"><is><t>110</t><rPh sb="0" eb="1"><t>9</t></rPh></is></c>')),
    Bad("fx_stale_cache", "formula-cell", "Statistics!C3", lambda: _cell('<c r="C3"><f>1+1</f><v>110</v></c>'), _figures,
        stops=False),
    Bad("fx_string_cache", "gap-in-words", "Statistics!C3", lambda: _cell('<c r="C3" t="str"><f>A1</f><v>none</v></c>'),
        lambda: _cell('<c r="C3" t="str"><v>110</v></c>')),
    Bad("fx_array", "formula-cell", "Statistics!C3",
        lambda: _cell('<c r="C3"><f t="array" ref="C3:C4">SUM(1)</f><v>110</v></c>'), _figures, stops=False),
    Bad("fx_error", "error-cell", "Statistics!C3", lambda: _cell('<c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>'), _figures),
    Bad("date_iso_cell", "date-in-number", "Statistics!C3", lambda: _cell('<c r="C3" t="d"><v>2023-01-01</v></c>'), _figures),
)  # fmt: skip


def _title(name: str) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        workbook["Statistics"].title = name

    return change


def _without(*columns: str) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        for column in columns:
            workbook["Statistics"].delete_cols([cell.value for cell in workbook["Statistics"][1]].index(column) + 1)

    return change


def _heading(cell: str, text: object) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        workbook["Statistics"][cell] = text

    return change


def _swap(workbook: Workbook) -> None:
    sheet = workbook["Statistics"]
    sheet["A2"].value, sheet["B2"].value = sheet["B2"].value, sheet["A2"].value


def _shift(workbook: Workbook) -> None:
    labels = [cell.value for cell in workbook["Statistics"][2]]
    for place, text in enumerate(["No.", *labels[:-1]], start=1):
        workbook["Statistics"].cell(2, place).value = text


def _no_headings(workbook: Workbook) -> None:
    workbook["Statistics"].delete_rows(1, 2)


def _only(*titles: str) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        for title in titles:
            del workbook[title]

    return change


def _second(title: str) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        workbook.create_sheet(title).append(["country"])

    return change


def _empty(workbook: Workbook) -> None:
    workbook["Statistics"].delete_rows(3, 20)


def _one_space(workbook: Workbook) -> None:
    _empty(workbook)
    workbook["Statistics"]["A3"] = " "


def _copied(title: str) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        workbook.copy_worksheet(workbook[title]).title = f"{title} (2)"

    return change


def _version(text: str) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        next(row for row in workbook["Read me"].iter_rows() if row[0].value == "template_version")[2].value = text

    return change


SHEETS = (
    _changed("template_of_another_version", "template-of-another-version", "Read me!C21", _version("2"), kind=TRACKER),
    _changed("template_of_a_long_version", "template-of-another-version", "Read me!C17", _version("9" * 500)),
    _changed("sheet_none_of_ours", "no-data-sheet", "", _only("Statistics"), right=_title("Figures of 2026")),
    _changed("sheet_two_kinds", "several-data-sheets", "Partners!", _second("Partners")),
    _changed("sheet_two_sources", "several-source-sheets", "Источники!", _second("Источники")),
    _changed("sheet_copied", "several-data-sheets", "Statistics (2)!", _copied("Statistics")),
    _changed("head_misspelt", "missing-column", "Statistics!", _heading("C1", "valeu"), right=_heading("C1", "value *")),
    _changed("sheet_without_sources", "missing-sheet", "Sources!", _only("Sources")),
    _changed("sheet_empty", "no-rows", "Statistics!", _empty),
    _changed("sheet_blank_all", "no-rows", "Statistics!", _one_space),
    _changed("sheet_strange", "unknown-sheet", "Draft!", _second("Draft"), stops=False),
    _changed("sheet_very_hidden", "hidden-sheet", "Secret!", lambda w: setattr(
        w.create_sheet("Secret"), "sheet_state", "veryHidden"), stops=False),
    _changed("sheet_data_hidden", "hidden-sheet", "Statistics!", lambda w: setattr(
        w["Statistics"], "sheet_state", "hidden"), stops=False),
    _changed("rows_hidden", "hidden-rows", "Statistics!", lambda w: setattr(
        w["Statistics"].row_dimensions[4], "hidden", True), stops=False),
    _changed("rows_of_no_height", "hidden-rows", "Statistics!", lambda w: setattr(
        w["Statistics"].row_dimensions[4], "height", 0.1), stops=False),
    _changed("cols_hidden", "hidden-columns", "Statistics!", lambda w: setattr(
        w["Statistics"].column_dimensions["C"], "hidden", True), stops=False),
    _changed("head_none", "no-heading", "Statistics!", _no_headings),
    _changed("head_missing", "missing-column", "Statistics!", _without("state"), right=_without("stage")),
    _changed("head_optional_missing", "column-absent", "Statistics!", _without("stage"), stops=False),
    _changed("head_twice", "duplicate-column", "Statistics!H2", _heading("H1", "state")),
    _changed("head_swapped", "heading-contradicted", "Statistics!A2", _swap),
    _changed("head_shifted", "heading-contradicted", "Statistics!B2", _shift),
    _changed("head_renamed", "heading-renamed", "Statistics!C2", _heading("C2", "Persons helped"), stops=False),
    _changed("head_look_alike", "look-alike-heading", "Statistics!D2", _heading("D1", "stаte")),
    _changed("cols_extra_unknown", "unknown-column", f"Statistics!{get_column_letter(len(keys(STATISTICS)) + 1)}2",
             lambda w: w["Statistics"].cell(2, len(keys(STATISTICS)) + 1, "Remarks of the desk"), stops=False),
    _changed("cols_without_heading", "cells-outside", "Statistics!AE4", lambda w: w["Statistics"].cell(4, 31, 17), stops=False),
)  # fmt: skip


def _row_again(workbook: Workbook, *, at: int = 9, **changes: object) -> None:
    sheet = workbook["Statistics"]
    values = {key: sheet.cell(3, place).value for place, key in enumerate(keys(STATISTICS), start=1)}
    put(workbook, STATISTICS, at, values | changes)


def _source_again(workbook: Workbook, **changes: object) -> None:
    sheet = workbook["Sources"]
    values = {column.key: sheet.cell(3, place).value for place, column in enumerate(SOURCES.columns, start=1)}
    put_source(workbook, 5, values | changes)


def _line(row: int, **cells: object) -> Callable[[Workbook], None]:
    return lambda workbook: put(workbook, STATISTICS, row, cells)


def _second_table(workbook: Workbook) -> None:
    for place, key in enumerate(keys(STATISTICS), start=1):
        workbook["Statistics"].cell(11, place).value = workbook["Statistics"].cell(2, place).value or key


def _source(**cells: object) -> Callable[[Workbook], None]:
    return lambda workbook: put_source(workbook, 3, cells)


def _ages(adults: int) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        _row_again(workbook, at=9, age_group="adult", value=adults)
        _row_again(workbook, at=10, age_group="minor", value=10)

    return change


_SECOND_HALF = {"period_start": "2023-07-01", "period_end": "2023-12-31"}


def _half_of(year: int, **half: str) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        _row_again(workbook, at=9, stage="identified", period_end="2023-12-31", value=year)
        _row_again(workbook, at=10, stage="identified", value=110, **half)

    return change


def _coloured(letters: Font, cell: str = "#FFFFFF") -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        workbook["Statistics"]["C3"].font = letters
        workbook["Statistics"]["C3"].fill = PatternFill("solid", fgColor=f"FF{cell[1:]}")

    return change


def _unseen(name: str, letters: Font, cell: str = "#FFFFFF", right: str = "#1F4E79", seen: Font | None = None) -> Bad:
    return _changed(
        f"unseen_{name}", "not-visible", "Statistics!C3", _coloured(letters, cell), right=_coloured(seen or letters, right),
        stops=False,
    )  # fmt: skip


UNSEEN = (
    _unseen("white_on_white", Font(color="FFFFFFFF")),
    _unseen("nearly_white_on_white", Font(color="FFFEFEFE")),
    _unseen("white_of_the_theme", Font(color=Color(theme=0))),
    _unseen("pale_of_the_theme", Font(color=Color(theme=0, tint=-0.05))),
    _unseen("white_of_the_palette", Font(color=Color(indexed=9))),
    _unseen("yellow_on_yellow", Font(color="FFFFFF00"), "#FFFF00"),
    _unseen("black_on_black", Font(), "#000000", "#FFFF00"),
    _unseen("of_no_size", Font(size=1), right="#FFFFFF", seen=Font(size=8, color="FF808080")),
)

ROWS = (
    _changed("rows_duplicate_same", "duplicate-row", "Statistics!C9", _row_again, right=partial(_row_again, stage="detected"),
             stops=False),
    _changed("rows_duplicate_conflict", "duplicate-conflict", "Statistics!C9", partial(_row_again, value=111),
             right=partial(_row_again, value=111, stage="detected")),
    _changed("rows_ages", "ages-differ", "Statistics!C3", _ages(90), right=_ages(100), stops=False),
    _changed("rows_half_above_year", "part-above-total", "Statistics!C10", _half_of(90), right=_half_of(120), stops=False),
    _changed("rows_second_half_above_year", "part-above-total", "Statistics!C10", _half_of(90, **_SECOND_HALF),
             right=_half_of(120, **_SECOND_HALF), stops=False),
    _changed("source_of_exercise", "source-of-exercise", "Sources!B4",
             lambda w: put_source(w, 4, {"source_class": "exercise"}),
             right=lambda w: put_source(w, 4, {"source_class": "state_submission"})),
    _changed("source_language", "unknown-word", "Sources!G3", _source(language="klingon"), right=_source(language="ru"),
             stops=False),
    _changed("source_address_share", "address-unsafe", "Sources!I3", _source(address="\\\\server\\share"),
             right=_source(address="Archive of the ministry, folder 3")),
    _changed("source_address_password", "address-unsafe", "Sources!I3", _source(address="https://me:secret@example.org/"),
             right=_source(address="https://example.org:8443/?q=me@example.org")),
    _changed("source_address_two_lines", "address-unsafe", "Sources!I3", _source(address="https://example.org/\njavascript:1"),
             right=_source(address="https://example.org/#part")),
    _changed("rows_total_line", "total-line", "Statistics!A9", _line(9, country="Итого", value=220)),
    _changed("rows_total_of_indicator", "total-line", "Statistics!B9", _line(9, country="KAZ", indicator="Total", value=220)),
    _changed("rows_footnote", "note-line", "Statistics!A10", _line(10, country="* preliminary data of the ministry")),
    _changed("rows_signed", "person-line", "Statistics!A10", _line(10, country="Исп. Каримов А.Б., тел. 227-12-34")),
    _changed("rows_signed_apart", "person-line", "Statistics!A10", _line(10, country="Исп. Асан", indicator="227-12-34")),
    _changed("rows_two_tables", "heading-again", "Statistics!A11", _second_table),
    _changed("rows_merged", "merged-cells", "Statistics!A3", lambda w: w["Statistics"].merge_cells("A3:A4"),
             right=lambda w: w["Statistics"].merge_cells("AF1:AG1")),
    _changed("rows_unanswered", "rows-unanswered", "Statistics!", _line(9, country="KAZ", indicator="CTX-victims"), stops=False),
    _changed("source_twice", "duplicate-conflict", "Sources!A5", partial(_source_again, title="Another title"),
             right=partial(_source_again, source_id="another")),
    _changed("source_without_date", "missing-value", "Sources!F3", _source(date=None), right=_source(date="2023-07-28")),
    _changed("source_class", "unknown-code", "Sources!B3", _source(source_class="gossip"), right=_source(source_class="conference_report")),
    _changed("source_of_another_class", "source-of-another-class", "Sources!B3", _source(source_class="state_submission"),
             right=_source(title="Report of the conference")),
    _changed("source_desk_address", "address-missing", "Sources!I4",
             lambda w: put_source(w, 4, {"source_class": "desk_research"}),
             right=lambda w: put_source(w, 4, {"source_class": "desk_research", "address": "https://example.org/page"})),
    _changed("source_address_script", "address-unsafe", "Sources!I3", _source(address="javascript:alert(1)"),
             right=_source(address="https://example.org/page")),
    _changed("source_address_data", "address-unsafe", "Sources!I4",
             lambda w: put_source(w, 4, {"address": "data:text/html,<script>"}),
             right=lambda w: put_source(w, 4, {"address": "http://example.org"})),
    _changed("comments", "comments-present", "", lambda w: setattr(
        w["Statistics"]["A3"], "comment", Comment("look here", "desk")), stops=False),
    _changed("rows_struck_out", "struck-out", "Statistics!C3", lambda w: setattr(
        w["Statistics"]["C3"], "font", Font(strike=True)), stops=False),
    _changed("partner_total", "total-line", "Partners!B9", lambda w: put(
        w, PARTNERS, 9, {"country": "KAZ", "partner": "Total", "value": 3}), kind=PARTNERS),
)  # fmt: skip


def _link(kind: str, target: str, mode: str = "") -> bytes:
    text = f'<Relationship Id="rIdX" Type="{_RELATIONS}/{kind}" Target="{target}"{mode}/></Relationships>'
    return patched(TRACKER, _LINKS, ("</Relationships>", text))


def _part(name: str, code: str, part: str, data: bytes, *, stops: bool = True) -> Bad:
    return Bad(name, code, "", partial(with_parts, TRACKER, {part: data}), _twin, stops=stops)


ACTIVE = (
    _part("active_embedding", "active-content", "xl/embeddings/oleObject1.bin", b"x"),
    _part("active_control", "active-content", "xl/activeX/activeX1.xml", b"<x/>"),
    _part("active_macro_sheet", "active-content", "xl/macrosheets/sheet1.xml", b"<x/>"),
    _part("active_ribbon", "active-content", "customUI/customUI.xml", b"<x/>"),
    _part("active_query", "active-content", "customXml/item1.xml", b"<DataMashup>x</DataMashup>"),
    _part("active_web_extension", "active-content", "xl/webextensions/webextension1.xml", b"<x/>"),
    _part("active_query_table", "active-content", "xl/queryTables/queryTable1.xml", b"<queryTable/>"),
    _part("hidden_data_model", "pivot-data", "xl/model/item.data", b"x", stops=False),
    _part("link_connections", "active-content", "xl/connections.xml", b"<connections/>"),
    _part("link_dde", "active-content", "xl/externalLinks/externalLink1.xml", b"<externalLink><ddeLink/></externalLink>"),
    _part("link_external_workbook", "external-links", "xl/externalLinks/externalLink1.xml", b"<externalLink/>", stops=False),
    _part("hidden_pivot", "pivot-data", "xl/pivotCache/pivotCacheDefinition1.xml", b"<pivotCacheDefinition/>", stops=False),
    _part("hidden_text_box", "text-box", "xl/drawings/drawing1.xml",
          b'<xdr:wsDr xmlns:xdr="u" xmlns:a="v"><a:t>an answer</a:t></xdr:wsDr>', stops=False),
    Bad("link_ole_by_link", "active-content", "", partial(_link, "oleObject", "media/odd.bin"), _twin),
    Bad("link_picture_outside", "active-content", "",
        partial(_link, "image", "http://127.0.0.1:9/beacon.png", ' TargetMode="External"'),
        partial(_link, "hyperlink", "http://127.0.0.1:9/page", ' TargetMode="External"')),
    Bad("link_query_table", "active-content", "", partial(_link, "queryTable", "queryTables/q.xml"), _twin),
)  # fmt: skip

ALL_SHEETS = (*PLACES, *SHEETS, *ROWS, *UNSEEN, *ACTIVE)
