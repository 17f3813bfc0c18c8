"""What is known of a theme in a state, today: as reported, and what time, other sources and requests add."""
