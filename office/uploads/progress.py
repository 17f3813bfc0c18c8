"""How far the check of a file has come, and whether it is to stop: small files that every worker of a machine sees."""

import hashlib
import re
import time
from dataclasses import dataclass
from pathlib import Path

FOLDER = "work"
A_DAY = 86400
_KEY = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Progress:
    """The check of one file: `rows` read so far, written by the receiving request; `stop` by whoever cancels."""

    rows_file: Path
    stop_file: Path

    def begin(self) -> None:
        """Record that the check has begun, and delete files that failed checks left a day ago or earlier."""
        self.rows_file.parent.mkdir(parents=True, exist_ok=True)
        for left in self.rows_file.parent.glob("*.[rs]*"):
            if time.time() - left.stat().st_mtime > A_DAY:
                left.unlink(missing_ok=True)
        self.rows_file.write_text("0", encoding="ascii")

    def report(self, rows: int) -> None:
        """Record how many rows were read."""
        self.rows_file.write_text(str(rows), encoding="ascii")

    def rows(self) -> int | None:
        """Return how many rows were read, None where no check is under way."""
        try:
            return int(self.rows_file.read_text(encoding="ascii") or 0)
        except FileNotFoundError:
            return None

    def stop(self) -> None:
        """Ask the check to stop, also one that is about to begin."""
        self.stop_file.parent.mkdir(parents=True, exist_ok=True)
        self.stop_file.touch()

    def stopped(self) -> bool:
        """Return whether the check is to stop."""
        return self.stop_file.exists()

    def end(self) -> None:
        """Leave nothing behind."""
        self.rows_file.unlink(missing_ok=True)
        self.stop_file.unlink(missing_ok=True)


def progress_of(var_dir: Path, account: str, key: str) -> Progress | None:
    """Return the progress behind a form's key, another one for every account; None for what is no key."""
    if not _KEY.fullmatch(key):
        return None
    name = hashlib.sha256(f"{account}\n{key}".encode()).hexdigest()[:32]
    return Progress(var_dir / FOLDER / f"{name}.rows", var_dir / FOLDER / f"{name}.stop")
