"""Loads a module of the web part, which lies at the top of the checkout or beside the package when it is installed."""

import os
import sys
from importlib import import_module
from typing import Any


def web_part(name: str) -> Any:
    """Return a module that the package itself does not know."""
    from bukhara.settings import ROOT

    os.chdir(ROOT)
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    return import_module(name)
