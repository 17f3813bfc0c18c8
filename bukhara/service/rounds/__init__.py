"""Rounds of requests, and the replies of states."""
