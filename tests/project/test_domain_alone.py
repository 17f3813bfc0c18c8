"""The domain imports where the web packages are not installed, and a command loads heavy libraries when it needs them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import importlib, pkgutil, sys

class Nowhere:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"dash", "plotly", "dash_bootstrap_components"}:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Nowhere())
import bukhara
every = [m.name for m in pkgutil.walk_packages(bukhara.__path__, "bukhara.") if "migrations" not in m.name]
names = [name for name in every if name != "bukhara.record.plotly_figures"]
assert len(names) == len(every) - 1
for name in names:
    importlib.import_module(name)
"""


def test_every_package_of_the_domain_imports_without_dash() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


LAZY = """
import sys
sys.argv = ["bukhara", "--help"]
import bukhara
loaded = set(sys.modules)
from bukhara.cli import main
try:
    main()
except SystemExit as left:
    assert not left.code
print(sorted({name.split(".")[0] for name in sys.modules} & {"pandas", "plotly", "sqlalchemy", "numpy", "openpyxl"}))
print(sorted({name for name in loaded if name.startswith("bukhara.")}))
"""


def test_help_and_the_import_of_the_package_load_no_heavy_library() -> None:
    done = subprocess.run([sys.executable, "-c", LAZY], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-2:] == ["[]", "[]"]
