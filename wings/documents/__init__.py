"""Kept copies of sources."""
