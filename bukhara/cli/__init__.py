"""The command `bukhara`: it reads arguments, calls the service and prints the result.

A module of commands imports at its top only what describes the commands; the rest is imported when a command runs.
"""

import io
import sys
from collections.abc import Sequence

__all__ = ["main"]

STOPPED = 130
"""Exit code of a command that the user stopped."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # letters that a terminal lacks are printed as their code points
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        from bukhara.cli import command, running

        code = running.run(command.application, list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        # stopped while the program was being loaded
        sys.stderr.write("Stopped.\n")
        code = STOPPED
    sys.exit(code)
