"""Addresses that are no pages: forms sent and files fetched, each under an action of the policy."""
