"""The real LibreOffice, in a profile of its own, and a service on a store of its own."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bukhara.service import Service
from bukhara.settings import Settings
from tests.services import converted


@pytest.fixture(scope="session")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """A function that opens workbooks in LibreOffice and saves them as .xlsx in another folder; it returns the first."""
    out = tmp_path_factory.mktemp("resaved")

    def save_again(path: Path, *beside: Path) -> Path:
        made = converted(path, out, beside=beside)
        assert zipfile.is_zipfile(made)
        return made

    return save_again


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """The service on the shipped record; what is published here changes nothing."""
    service = Service(Settings(var_dir=tmp_path_factory.mktemp("var"), exercise=False))
    service.ready()
    return service
