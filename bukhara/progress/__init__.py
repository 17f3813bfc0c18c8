"""Progress of the states: counts between bounds, levels in rounds, pace, change. Reads no clock and no file."""
