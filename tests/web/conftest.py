"""A site of the exercise for the secretariat, on a store of its own; a module with other wishes has its own `site`."""

import pytest

from tests.web.desk_client import Site, desk_site


@pytest.fixture
def site(tmp_path) -> Site:
    return desk_site(tmp_path)
