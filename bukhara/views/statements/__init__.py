"""Views of what was said: who spoke in a session, and what happened in order of time."""
