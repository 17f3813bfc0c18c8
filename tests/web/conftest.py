"""A site of the exercise for the secretariat, on a store of its own; a module that needs another one has its own `site`."""

import pytest

from tests.web.site_client import Site, new_site


@pytest.fixture
def site(tmp_path) -> Site:
    return new_site(tmp_path)
