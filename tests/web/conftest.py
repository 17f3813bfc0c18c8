"""Sites in this process: two to read, on the record and on the exercise, and one of a test's own to write to.

A module that needs another one has its own `site`.
"""

from collections.abc import Iterator

import pytest

from tests.addresses import crawl
from tests.quick_passwords import hash_quickly
from tests.web.site_client import VIEWER, Site, new_site, served

Pages = dict[str, tuple[int, str]]


@pytest.fixture
def site(tmp_path) -> Site:
    """The exercise for the secretariat, on a store of its own."""
    return new_site(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> Site:
    """The exercise for the secretariat, one site for a module that publishes nothing."""
    return new_site(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="session")
def record_site(tmp_path_factory) -> Site:
    """The record for a reader; nobody writes to it."""
    return new_site(tmp_path_factory.mktemp("record-site"), actor=VIEWER, real=True)


@pytest.fixture(scope="session")
def exercise_site(tmp_path_factory) -> Site:
    """The exercise for a reader; nobody writes to it."""
    return new_site(tmp_path_factory.mktemp("exercise-site"), actor=VIEWER)


@pytest.fixture(scope="session")
def base(record_site) -> Iterator[str]:
    """The address of the record, in place of a server of its own (tests/shared.py), which would draw each page again."""
    with served(record_site) as address:
        yield address


@pytest.fixture(scope="session")
def exercise(exercise_site) -> Iterator[str]:
    """The address of the exercise."""
    with served(exercise_site) as address:
        yield address


@pytest.fixture(scope="session")
def record_pages(record_site) -> Pages:
    """Status and text of every page of the record in both languages."""
    return _pages(record_site, crawl())


@pytest.fixture(scope="session")
def exercise_pages(exercise_site) -> Pages:
    """Status and text of every page of the exercise in both languages."""
    return _pages(exercise_site, crawl(exercise=True))


def _pages(site: Site, addresses: list[str]) -> Pages:
    answers = {address: site.client.get(address) for address in addresses}
    return {address: (answer.status_code, answer.text) for address, answer in answers.items()}


@pytest.fixture(scope="module", autouse=True)
def _passwords() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        hash_quickly(patch)
        yield


@pytest.fixture(autouse=True)
def _a_reader_again(request) -> Iterator[None]:
    """Make whoever a test acts as on a site that others read a reader again."""
    yield
    for name in {"record_site", "exercise_site"}.intersection(request.fixturenames):
        request.getfixturevalue(name).act(VIEWER)
