"""A workbook on its way: received, checked, compared, rehearsed, approved, published; `desk` is its door."""
