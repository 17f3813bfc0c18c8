"""From records to a template or a marked workbook."""
