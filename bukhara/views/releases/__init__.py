"""Views of changes to the record: rows that a workbook or a release adds or alters, and what readers would see."""
