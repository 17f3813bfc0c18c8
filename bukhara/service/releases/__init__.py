"""Releases: two compared, one taken back or withdrawn, the history of a row, and the open data of each."""
