"""The formats of open data. Each is one module `to_<name>.py` beside this one, with its `FORMAT`; no list names them.

The API, its description, `bukhara export`, the page Downloads and the documents offer what is found here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from bukhara.exports.dataset import Dataset

_PREFIX = "to_"


@dataclass(frozen=True, slots=True)
class Format:
    """How a table becomes a file: its media type, and a function from table and language to bytes."""

    media_type: str
    write: Callable[[Dataset, str], bytes]
    is_compressed: bool = False


FORMATS = tuple(
    sorted(
        module.name.removeprefix(_PREFIX)
        for module in iter_modules([str(Path(__file__).parent)])
        if module.name.startswith(_PREFIX)
    )
)
"""The names of the formats, which are the endings of their files."""


@cache
def format_of(name: str) -> Format:
    """Return a format by its name; what writes it is loaded here."""
    found: Format = import_module(f"{__package__}.{_PREFIX}{name}").FORMAT
    return found
