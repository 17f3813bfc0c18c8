"""Replies of states: written by a commission, published by the secretariat."""
