"""Packs: the slides of a choice, and what was presented."""
