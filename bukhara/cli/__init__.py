"""The command `bukhara`: it reads arguments, asks the service and prints what comes back."""

import io
import sys
from collections.abc import Sequence
from importlib import import_module

__all__ = ["main"]

_CHECK = "check"
STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # what a terminal of another alphabet cannot show is told by its code point
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        # stopped while the program was being loaded
        sys.stderr.write("Stopped.\n")
        code = STOPPED
    sys.exit(code)


def _run(given: list[str]) -> int:
    alone = given[:1] == [_CHECK]
    # a check needs neither the store nor the figures: loaded alone it answers in a third of the time
    part = import_module(f"{__name__}.{'checking' if alone else 'command'}")
    code: int = import_module(f"{__name__}.running").run(part.application, given)
    return code
