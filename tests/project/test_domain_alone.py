"""A command loads heavy libraries when it needs them; that the domain imports no web package is an import contract."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
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
