"""The process that makes the file of one pack and ends: what it takes of memory and time is not taken from pages."""

import os
import pickle
import sys

from bukhara.exports.packs import FILES


def main() -> None:
    """Write the file of the pack that is on standard input to standard output."""
    if hasattr(os, "nice"):
        os.nice(10)  # pages come first
    kind, pack = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    sys.stdout.buffer.write(FILES[kind](pack))
