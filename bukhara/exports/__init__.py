"""Files for other programs, and the open data: its tables, filters and formats, each described once."""
