"""What several suites share: the running dashboards, started once a session."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from tests.reading_here import read_here
from tests.seeded import copied_seeds
from tests.serving import serving
from tests.stages import Stages

# no test asserts a time: `make bench` measures; a commit that CI tests twice is answered alike
settings.register_profile(
    "suite",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize="CI" in os.environ,
)
settings.load_profile("suite")

# records, frameworks and sites live long here: to look for circles in all of them was a fifth of the time of a stage
gc.set_threshold(100_000, 20)

SHARING = ("tests/browser/", "tests/pack/", "tests/stages/")
"""Folders whose files read what one of them makes: sites of stages, packs, running servers."""


class ByWhatIsShared(LoadFileScheduling):
    """Each file goes to one process, and the files of a folder that share what they read to the same one."""

    def _split_scope(self, nodeid: str) -> str:
        folder = next((folder for folder in SHARING if nodeid.startswith(folder)), "")
        return folder or super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Let no process make again what another one has made already."""
    return ByWhatIsShared(config, log) if config.option.dist == "loadfile" else None


@pytest.fixture(scope="session", autouse=True)
def _seeds(tmp_path_factory):
    """Make the seeded store once."""
    with pytest.MonkeyPatch.context() as patch:
        copied_seeds(tmp_path_factory.mktemp("seeds"), patch)
        yield


@pytest.fixture(scope="module", autouse=True)
def reading_of_workbooks():
    """Read workbooks in this process; tests about the process that reads replace this fixture."""
    with pytest.MonkeyPatch.context() as patch:
        read_here(patch)
        yield


@pytest.fixture(scope="session")
def stages(tmp_path_factory):
    """The stages in the life of a record (tests/stages); all processes of a session share their stores."""
    folder = tmp_path_factory.getbasetemp()
    return Stages((folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "stages")


@pytest.fixture(scope="session")
def base_var(tmp_path_factory):
    """The folder of the dashboard on the real record."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def base(base_var):
    """The address of the dashboard on the real record."""
    with serving(base_var) as address:
        yield address


@pytest.fixture(scope="session")
def exercise(tmp_path_factory):
    """The address of the dashboard on the invented rounds."""
    with serving(tmp_path_factory.mktemp("var-exercise"), exercise=True) as address:
        yield address
