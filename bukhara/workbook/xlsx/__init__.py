"""The XML of a workbook as sheets, rows, cells and styles, whatever they mean; what is damaged is refused."""
