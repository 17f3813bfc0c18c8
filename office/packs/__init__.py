"""Saved packs, what was presented, and its withdrawal."""
