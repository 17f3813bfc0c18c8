"""The command `bukhara`: it reads arguments, calls the service and prints the result.

A module of commands imports at its top only what describes the commands; the rest is imported when a command runs.
"""

import io
import sys
from collections.abc import Sequence

__all__ = ["main"]

ERRORS, UNREADABLE, OUTDATED, FOR_REVIEW, USAGE, STOPPED = 1, 2, 3, 4, 64, 130
"""Exit codes: errors in the input, a file that cannot be read, rows changed after the base of a workbook, drafts that
wait for approval, a command that was typed wrongly, and one that the user stopped."""


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
