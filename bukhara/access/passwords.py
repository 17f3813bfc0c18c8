"""Passwords: hashing with argon2id. A check takes equally long whether or not the account exists."""

from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bukhara.model.messages import N_

SHORTEST = 12
LONGEST = 200
FEWEST_GUESSES = 10**9
"""So many guesses a password must be worth, by lists of common passwords, words, names, keys and dates."""
_HASHER = PasswordHasher()
# Checked if there is no account, so that the check takes as long as with one; nobody has its password.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$EBPYGWoZ0FqcyvQJYXnP9g$FvXrq8Mp8JY8iW7Xf7ArQKlJ8G5OJ0m0sYVHlSTU7w8"


def hash_password(password: str) -> str:
    """Return the hash of a password, to be stored."""
    return _HASHER.hash(_normalised(password))


def is_match(stored: str, password: str) -> bool:
    """Return whether a password belongs to a stored hash; an empty hash takes equally long and never matches."""
    usable = bool(stored) and len(password) <= LONGEST
    try:
        # A text that is too long is cut first, because normalising many accents can take minutes.
        return _HASHER.verify(stored or NOBODY, _normalised(password[:LONGEST])) and usable
    except (VerificationError, InvalidHashError):
        return False


def needs_rehash(stored: str) -> bool:
    """Return whether a hash was made with weaker parameters than the present ones."""
    return _HASHER.check_needs_rehash(stored)


def refusal_reason(name: str, password: str) -> str:
    """Return why a new password is refused, as a message of the catalogue; empty if it is accepted."""
    if len(password) < SHORTEST:
        return N_("Please choose a password of at least 12 characters; several words make a good one.")
    if len(password) > LONGEST:
        return N_("Please choose a password of at most 200 characters.")
    if _guesses(name, _normalised(password)) < FEWEST_GUESSES:
        return N_("This password would be guessed easily; please choose another one.")
    return ""


def _guesses(name: str, password: str) -> int:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists take time to load

    own_words = [name, "bukhara", "monitor", "пароль", "йцукенгшщзхъ"]
    # the start is enough, and the time grows with the length
    return int(zxcvbn(password[:40], user_inputs=own_words)["guesses"])


def _normalised(password: str) -> str:
    """Return a password in one Unicode form, because keyboards send an accented letter as one or two characters."""
    return normalize("NFKC", password)
