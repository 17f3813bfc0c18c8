"""Rounds: who is asked what, by when, and what came back."""
