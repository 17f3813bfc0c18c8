"""Writes a few corrected cells into a workbook that somebody sent; everything else in it stays as it is."""

from collections.abc import Mapping

from bukhara.workbook.writing.files import loaded, saved


def corrected(content: bytes, sheet: str, cells: Mapping[str, str]) -> bytes | None:
    """Return the workbook with new texts in the cells of a sheet; None if it or the sheet cannot be opened.

    `cells` are texts by address, such as `F12`.
    """
    workbook = loaded(content)
    if workbook is None or sheet not in workbook.sheetnames:
        return None
    for address, text in cells.items():
        cell = workbook[sheet][address]
        cell.value = text
        if text:
            cell.data_type = "s"
    return saved(workbook)
