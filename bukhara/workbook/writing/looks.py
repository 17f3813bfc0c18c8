"""The look of data sheets on the screen and on paper: letters, fills, lines; A4 with headings and page numbers."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.workbook.columns import Sheet

LETTERS = "Calibri"
OPEN_COLOUR = "FFFFFF"
HEAD = PatternFill("solid", start_color="1F4E79")
HEAD_FONT = Font(name=LETTERS, bold=True, color="FFFFFF")
WRAP = Alignment(vertical="top", wrap_text=True)
RULE = Border(bottom=Side("hair", color="BFBFBF"))
_THIN = Side("thin", color="BFBFBF")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
A4 = 9
# narrower than this a column of text cannot be read on paper
_UNITS_A_PAGE = 260


def set_up_printing(worksheet: Worksheet, sheet: Sheet, words: Words) -> None:
    """Set a data sheet to landscape, with its headings and first columns on every page."""
    on_paper(worksheet, words, wide=True)
    width = sum(column.width for column in sheet.columns)
    worksheet.page_setup.fitToWidth = -(-width // _UNITS_A_PAGE)
    legend = words(N_("Grey: last accepted. Yellow: from other public sources, please confirm. White: please fill in."))
    worksheet.oddHeader = header = HeaderFooterItem()
    header.left.text = legend
    worksheet.print_title_rows = "1:2"
    worksheet.print_title_cols = f"A:{get_column_letter(sheet.frozen)}"


def on_paper(worksheet: Worksheet, words: Words, *, wide: bool) -> None:
    """Set A4, one page wide, with sheet, page and number of pages at the foot."""
    worksheet.page_setup.paperSize = A4
    worksheet.page_setup.orientation = "landscape" if wide else "portrait"
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
    worksheet.page_margins.left = worksheet.page_margins.right = 0.4
    worksheet.page_margins.top = worksheet.page_margins.bottom = 0.75
    worksheet.page_margins.header = worksheet.page_margins.footer = 0.3
    page = words("Page {page} of {pages}", page="&P", pages="&N")
    worksheet.oddFooter = footer = HeaderFooterItem()
    footer.left.text, footer.right.text = "&A", page
