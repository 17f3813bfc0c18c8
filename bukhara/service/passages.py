"""The passages of sources that may be reproduced, shipped in `data/passages/<source>.txt`."""

from functools import cache
from pathlib import Path


@cache
def passages_of(data_dir: Path, source_id: str) -> tuple[tuple[int, str], ...]:
    """Return number and text of the shipped lines of a source; none if it may not be reproduced.

    A line that is left out has its number and an empty text.
    """
    files = {path.stem: path for path in (data_dir / "passages").glob("*.txt")}
    if source_id not in files:
        return ()
    rows = files[source_id].read_text(encoding="utf-8").splitlines()
    parts = (row.partition("\t") for row in rows if row and not row.startswith("#"))
    return tuple((int(number), text) for number, _, text in parts)
