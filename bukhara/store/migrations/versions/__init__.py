"""The revisions, added and never edited; the name of each file begins with its number and its id, the day of writing."""
