"""Views of what was said: the rows of a snapshot by theme and state, who spoke, next steps, and their order in time."""
