"""The loading of a framework file."""

from pathlib import Path

from bukhara.errors import FrameworkInvalid
from bukhara.framework.parse import parse
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework


def text_of(path: Path) -> str:
    """Return the text of a framework file; raise FrameworkInvalid if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        finding = Finding(code="file-unreadable", severity=Severity.ERROR, value=str(path))
        raise FrameworkInvalid([finding]) from error


def load(path: Path, *, exercise: bool = False) -> Framework:
    """Return the framework of a file; raise FrameworkInvalid if the file has errors."""
    return parse(text_of(path), exercise=exercise)
