"""The PowerPoint template of the organisation that runs the site: read, checked, and kept until its file changes."""

from functools import lru_cache
from pathlib import Path

from bukhara.errors import TemplateRefused
from bukhara.exports.packs import check_template
from bukhara.model.messages import N_

ABSENT = N_("There is no template for slides at the given place.")


def read(path: Path | None) -> bytes:
    """Return the template in a file; empty without one.

    Raises:
        TemplateRefused: with the sentence why it cannot be used.
    """
    if path is None:
        return b""
    if not path.is_file():
        raise TemplateRefused(ABSENT)
    return _checked(path, path.stat().st_mtime_ns)


@lru_cache(2)
def _checked(path: Path, _changed: int) -> bytes:
    data = path.read_bytes()
    check_template(data)
    return data
