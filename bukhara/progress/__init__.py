"""Progress of the states: counts between bounds, levels in rounds, change. Reads no clock and no file."""
