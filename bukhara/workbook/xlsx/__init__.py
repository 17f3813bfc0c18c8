"""The XML of a workbook as sheets, rows, cells and styles, without their meaning; damaged files are refused."""
