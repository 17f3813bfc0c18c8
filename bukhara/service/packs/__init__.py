"""Packs: saved choices of slides, what was presented, and the template of the slides."""
