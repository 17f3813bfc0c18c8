"""What several suites share; the process that hands out files loads it, too, and needs nothing of the program."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from tests.serving import serving

# no test asserts a time: `make bench` measures; a commit that CI tests twice is answered alike
settings.register_profile(
    "suite",
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    derandomize="CI" in os.environ,
)
settings.load_profile("suite")

# records, frameworks and sites live long here: to look for circles in all of them was a fifth of the time of a stage
gc.set_threshold(100_000, 20)

SHARING = ("tests/browser/", "tests/pack/", "tests/stages/")
"""Folders whose files read what one of them makes: sites of stages, packs, running servers."""
LONGEST = (
    "tests/project/test_tools.py",  # checks the types of the whole program
    "tests/browser/",
    "tests/stages/",
    "tests/wings/letters/test_round_of_three.py",
    "tests/contract/test_store_processes.py",
    "tests/contract/test_wheel.py",
    "tests/web/test_buttons_of_a_draft.py",
    "tests/properties/test_workbook_round_trip.py",
)
"""What takes a minute or more is begun first, so that no process waits for another one's last file."""


class ByWhatIsShared(LoadFileScheduling):
    """Each file goes to one process, and the files of a folder that share what they read to the same one."""

    def _split_scope(self, nodeid: str) -> str:
        folder = next((folder for folder in SHARING if nodeid.startswith(folder)), "")
        return folder or super()._split_scope(nodeid)

    def _assign_work_unit(self, node) -> None:
        for longest in reversed(LONGEST):
            if longest in self.workqueue:
                self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_xdist_auto_num_workers(config):
    """Begin one process more than there are cores: the one with the browser waits most of its time."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Let no process make again what another one has made already."""
    return ByWhatIsShared(config, log) if config.option.dist == "loadfile" else None


@pytest.fixture(scope="session")
def between(tmp_path_factory):
    """A folder that all processes of a session share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session", autouse=True)
def _seeds(between):
    """Make the seeded store once."""
    from tests.seeded import copied_seeds

    with pytest.MonkeyPatch.context() as patch:
        copied_seeds(between, patch)
        yield


@pytest.fixture(scope="module", autouse=True)
def reading_of_workbooks():
    """Read workbooks in this process; tests about the process that reads replace this fixture."""
    from tests.reading_here import read_here

    with pytest.MonkeyPatch.context() as patch:
        read_here(patch)
        yield


@pytest.fixture(scope="session")
def stages(between):
    """The stages in the life of a record (tests/stages)."""
    from tests.stages import Stages

    return Stages(between / "stages")


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
