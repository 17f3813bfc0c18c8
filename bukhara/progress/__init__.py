"""Where the states stand: counts between bounds, levels in rounds, pace, change. No clock, no file."""
