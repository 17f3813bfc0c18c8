"""Where the program lies: the folder of app.py, pages, wings and data."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

PACKAGES = Path(__file__).resolve().parents[1]
INSTALLED = PACKAGES / "bukhara_monitor"
ROOT = INSTALLED if INSTALLED.is_dir() else PACKAGES
"""The checkout, or where the wheel puts what lies at its top."""


def module_at_root(name: str) -> Any:
    """Return a module beside app.py, which the package itself does not know."""
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    return import_module(name)
