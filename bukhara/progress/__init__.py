"""Progress of the states as reported: statuses, levels in rounds, coverage, change. Reads no clock and no file."""
