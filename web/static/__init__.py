"""Files that are the same for every reader: the stylesheet, the script of the office pages, the chart library."""
