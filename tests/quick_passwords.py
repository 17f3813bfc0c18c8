"""Passwords hashed with little work: the hash of the product takes a fifth of a second, which many tests would pay.

Tests in tests/browser sign in as the product does.
"""

import pytest
from argon2 import PasswordHasher

from bukhara.access import passwords

SHIPPED = passwords._HASHER, passwords.NOBODY
"""How the product hashes passwords, and the hash that it checks without an account."""
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def hash_quickly(patch: pytest.MonkeyPatch) -> None:
    """Let passwords be hashed and checked with little work."""
    patch.setattr(passwords, "_HASHER", _QUICK)
    patch.setattr(passwords, "NOBODY", _QUICK.hash("a password of nobody"))
