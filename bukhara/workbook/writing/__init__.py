"""From records to a template, a marked workbook, a Word form."""
