"""A site of the exercise for the secretariat, on a store of its own; a module that needs another one has its own `site`."""

from collections.abc import Iterator

import pytest

from tests.quick_passwords import hash_quickly
from tests.web.site_client import Site, new_site


@pytest.fixture
def site(tmp_path) -> Site:
    return new_site(tmp_path)


@pytest.fixture(scope="module", autouse=True)
def _passwords() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        hash_quickly(patch)
        yield
