"""Tables of a workbook of another make: where they are, what their headings say, what each cell would be; pure."""
