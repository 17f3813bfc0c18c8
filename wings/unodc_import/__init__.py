"""UNODC's data set (GLOTIP) as a statistics workbook, once for each edition."""
