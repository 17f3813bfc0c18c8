"""Kept copies of sources, and what is still to be read."""
