"""The findings that refuse a whole file, with their sentences: what came, and what to press to send it again."""

from bukhara.model.messages import N_


class WorkbookDamaged(Exception):
    """A part of the file cannot be read: the finding's code, and where it is."""

    def __init__(
        self,
        code: str = "file-damaged",
        *,
        sheet: str = "",
        row: int | None = None,
        column: int | None = None,
        **values: str,
    ) -> None:
        super().__init__(code)
        self.code, self.sheet, self.row, self.column, self.values = code, sheet, row, column, values


REFUSALS = {
    "file-not-found": N_("There is no such file. Please check the name and the folder."),
    "file-locked": N_("The file may not be opened. Please close it in Excel, or ask for the right to read it."),
    "file-empty": N_("The file is empty. Please save the workbook again in Excel and send that file."),
    "file-too-large": N_(
        "The file is larger than {limit} MB. Please remove pictures and unused sheets, then save again."
    ),
    "file-xls": N_(
        "This is an old Excel workbook (.xls). In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-xlsb": N_(
        "This is a binary Excel workbook (.xlsb). In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-strict": N_(
        "This is a “Strict Open XML” workbook. In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-macros": N_(
        "The workbook has macros. In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”, without macros."
    ),
    "file-ods": N_(
        "This is an OpenDocument spreadsheet (.ods). Open it, press File, Save As, and choose “Excel Workbook"
        " (*.xlsx)”."
    ),
    "file-pdf": N_(
        "This is a PDF document. Please open the workbook itself in Excel, press File, Save As, choose “Excel Workbook "
        "(*.xlsx)” and send that."
    ),
    "file-word": N_(
        "This is a Word document. Please copy the answers into the Excel template, press File, Save As, choose “Excel "
        "Workbook (*.xlsx)” and send that."
    ),
    "file-csv": N_(
        "This is a text table (CSV). Open it in Excel, press File, Save As, choose “Excel Workbook (*.xlsx)” and send "
        "that: its figures can be taken as a ministry's own table."
    ),
    "file-xml-2003": N_(
        "This is an “XML Spreadsheet 2003”. In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-template": N_(
        "This is an Excel template (.xltx). In Excel press File, Save As, and choose “Excel Workbook (*.xlsx)”."
    ),
    "file-numbers": N_(
        "This is a spreadsheet of Apple Numbers. Press File, Export To, Excel, and send the workbook (.xlsx)."
    ),
    "file-presentation": N_(
        "This is a presentation. Please copy the answers into the Excel template (.xlsx) and send that."
    ),
    "file-picture": N_("This is a picture. Please type the answers into the Excel template (.xlsx) and send that."),
    "file-mail": N_("This is a message. Please save the Excel workbook (.xlsx) that is attached to it and send that."),
    "file-archive": N_("This is an archive. Please unpack it and send the Excel workbook (.xlsx) that is inside."),
    "file-html": N_(
        "This is a web page, although its name is different. Open it in Excel and save it as “Excel Workbook (*.xlsx)”."
    ),
    "file-encrypted": N_(
        "The workbook is protected by a password. In Excel press File, Info, Protect Workbook, and remove the password."
    ),
    "file-not-a-zip": N_(
        "The file is not an Excel workbook (.xlsx). Please save it again in Excel and send that file."
    ),
    "file-not-a-workbook": N_(
        "The file is not an Excel workbook (.xlsx), although it is packed like one. Please send "
        "the template as saved by Excel."
    ),
    "file-damaged": N_(
        "The file is damaged or was not sent completely. Please save it again in Excel and send it once more."
    ),
    "file-too-heavy": N_(
        "The file takes more time or memory to read than any workbook of this kind. Please copy the rows into a fresh "
        "template."
    ),
    "reader-stopped": N_(
        "The file could not be read to its end. Please copy the rows into a fresh template; the administrator"
        " can tell more."
    ),
    "check-cancelled": N_("The check was stopped. Nothing was stored; please start it again."),
    "zip-too-many-members": N_(
        "The file has more than {limit} parts, more than a workbook of this kind needs. Please copy the rows into a "
        "new template."
    ),
    "zip-too-large": N_("Unpacked, the file is larger than {limit} MB. Please copy the rows into a fresh template."),
    "zip-unsafe": N_(
        "The parts of the file have names or packing that Excel does not write. Please save it again in Excel."
    ),
    "zip-part-twice": N_(
        "A part of the file is there twice, so it can be read in two ways. Please save it again in Excel."
    ),
    "zip-packing": N_("The file is packed in a way that Excel does not use. Please save it again in Excel."),
    "xml-doctype": N_(
        "The file has a document type declaration, which Excel never writes. Please copy the rows into a new template."
    ),
    "xml-encoding": N_("A part of the file is not written in UTF-8. Please save it again in Excel."),
    "xml-too-long": N_("A part of the file has a text that is too long. Please copy the rows into a new template."),
    "xml-too-deep": N_(
        "A part of the file is nested more than {limit} levels deep, which Excel never does. Please copy the "
        "rows into a "
        "fresh template."
    ),
    "part-missing": N_(
        "The file names a part that is not in it ({part}). Please save it again in Excel and send it once more."
    ),
    "part-outside": N_("The sheet “{sheet}” is outside the file ({part}). Please copy the rows into a fresh template."),
    "text-missing": N_(
        "The cell refers to text number {number}, which is not in the file. Please save it again in Excel."
    ),
    "text-too-long": N_(
        "The cell holds more than {limit} characters, which Excel cannot keep. Please shorten the text."
    ),
    "beyond-grid": N_(
        "There is no cell “{place}”: a sheet ends at column XFD and row 1048576. Please save the file again in Excel."
    ),
    "rows-out-of-order": N_(
        "“{place}” is in the file twice or out of order, so it can be read in two ways. Please save the file again "
        "in Excel."
    ),
    "range-too-large": N_(
        "Merged cells or links reach over too much of the sheet ({range}). Please remove them, or copy the rows into a "
        "fresh template."
    ),
    "too-many-sheets": N_("The workbook has more than {limit} sheets. Please send the sheets of the template only."),
    "too-many-cells": N_("A sheet holds more than {limit} cells. Please split the workbook or delete unused columns."),
    "too-many-texts": N_("The workbook has more than {limit} texts. Please split it."),
    "active-content": N_("The file has active content ({part}). Please copy the rows into a new template."),
    "too-many-rows": N_("A sheet holds more than {limit} rows. Please split the workbook or delete unused rows."),
}
