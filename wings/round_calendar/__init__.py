"""The days of a round as a calendar."""
