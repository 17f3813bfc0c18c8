"""One workbook from its receipt to its release."""
