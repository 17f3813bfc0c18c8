"""Rounds of requests, the replies of states, and decisions on differences and objections."""
