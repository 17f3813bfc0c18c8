"""The import contracts find forbidden imports."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
BREAKS = {
    "the domain imports dash": ("bukhara/progress/levels.py", "import dash"),
    "the domain imports plotly elsewhere": ("bukhara/exports/table.py", "import plotly"),
    "a pure package reads yaml": ("bukhara/situation/on_file.py", "import yaml"),
    "a page judges a status": ("pages/theme.py", "import bukhara.progress.status"),
    "a lower layer imports a higher one": ("bukhara/model/period.py", "import bukhara.service"),
    "strangers meet": ("bukhara/store/blocks.py", "import bukhara.workbook"),
    "what computes has a sentence": ("bukhara/situation/on_file.py", "import bukhara.model.messages"),
    "a page reads the store": ("pages/overview.py", "import bukhara.store"),
    "a page knows the office": ("pages/overview.py", "import office.names"),
    "the office knows a page": ("office/names.py", "import pages.overview"),
    "the web package knows the office": ("web/layout.py", "import office.names"),
    "drafts of the office know rounds": ("office/drafts/review.py", "import office.rounds.routes"),
    "the request knows the layout": ("web/request.py", "import web.layout"),
    "what opens a file knows our columns": (
        "bukhara/workbook/xlsx/xml_tree.py",
        "import bukhara.workbook.reading.rows",
    ),
    "drafts know the accounts": ("bukhara/service/drafts/transitions.py", "import bukhara.service.accounts.throttle"),
    "the core knows a wing": ("bukhara/service/tasks.py", "import wings"),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is found wrong in a copy of the product where all contracts are broken at once."""
    folder = tmp_path_factory.mktemp("broken")
    for name in ("bukhara", "web", "office", "pages", "wings"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, line in (*BREAKS.values(), ("bukhara/stray.py", "x = 1")):
        with (folder / name).open("a") as file:
            file.write(f"\n{line}\n")
    command = [str(BIN / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("contract", BREAKS)
def test_a_broken_import_contract_is_found(contract: str, found: str) -> None:
    name, line = BREAKS[contract]
    module, imported = name.removesuffix(".py").replace("/", "."), line.removeprefix("import ")
    # a step of a longer way, which another line may be the cause of, has no dash before it
    assert f" - {module} -> {imported} (l." in found


def test_a_package_without_a_layer_is_found(found: str) -> None:
    assert "not listed as layers: - bukhara.stray" in found
