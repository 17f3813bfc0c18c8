"""A unit test starts no process, and hashes passwords quickly."""

import subprocess
from collections.abc import Iterator
from typing import Never

import pytest

from tests.quick_passwords import hash_quickly


@pytest.fixture(scope="module", autouse=True)
def _no_process() -> Iterator[None]:
    """Let a test fail that would start a process."""

    def refuse(*_: object, **__: object) -> Never:
        raise AssertionError("a unit test starts no process")

    with pytest.MonkeyPatch.context() as patch:
        hash_quickly(patch)
        patch.setattr(subprocess.Popen, "__init__", refuse)
        yield
