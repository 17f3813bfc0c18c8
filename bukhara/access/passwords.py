"""Passwords: argon2id, with the same work done whether or not there is an account."""

from __future__ import annotations

from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bukhara.i18n.codes import N_

SHORTEST = 12
LONGEST = 200
_HASHER = PasswordHasher()
# What is verified where there is nothing to verify: it takes as long as a true hash, and nobody has its password.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$EBPYGWoZ0FqcyvQJYXnP9g$FvXrq8Mp8JY8iW7Xf7ArQKlJ8G5OJ0m0sYVHlSTU7w8"


def hashed(password: str) -> str:
    """Return the hash to store."""
    return _HASHER.hash(_typed(password))


def matches(stored: str, password: str) -> bool:
    """Return whether a password is the one of a stored hash; an empty hash takes as long and matches nothing."""
    usable = bool(stored) and len(password) <= LONGEST
    try:
        # What is too long to be a password is not read to its end: bringing many accents into order takes minutes.
        return _HASHER.verify(stored or NOBODY, _typed(password[:LONGEST])) and usable
    except (VerificationError, InvalidHashError):
        return False


def outdated(stored: str) -> bool:
    """Return whether a hash was made with weaker parameters than today's."""
    return _HASHER.check_needs_rehash(stored)


def objection(name: str, password: str) -> str:
    """Return what speaks against a new password, as a message for the catalogue; empty where nothing does."""
    if len(password) < SHORTEST:
        return N_("Please choose a password of at least 12 characters; several words make a good one.")
    if len(password) > LONGEST:
        return N_("Please choose a password of at most 200 characters.")
    if len(set(password.casefold())) < 5 or password.casefold() == name.casefold():
        return N_("This password would be guessed easily; please choose another one.")
    return ""


def _typed(password: str) -> str:
    """Return the password as every keyboard gives it: a letter and its accent are one character or two."""
    return normalize("NFKC", password)
