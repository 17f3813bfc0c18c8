"""Decisions on differences between sources."""
