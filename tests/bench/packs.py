"""What the files of the suggested pack take: each made in a process of its own, as the pages of the panel do it."""

import pickle
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bukhara.exports.packs import WRITERS
from bukhara.pack import PackChoice
from bukhara.service import Service
from bukhara.settings import Settings
from tests.serving import ROOT

PROGRAM = """
import sys, time
from bukhara.exports.packs.child import main
main()
used = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(time.process_time(), used, file=sys.stderr)
"""
"""Makes a file, then names the seconds of work and the most kilobytes of memory of this process alone; Linux only."""


def table(var: Path, runs: int) -> None:
    """Print for each format of the pack of the shipped record the seconds and the memory."""
    service = Service(Settings(var_dir=var))
    print(
        "\n| pack | s to build | s as a process (min-max) | s of work | MB | kB of the file |\n|---|---|---|---|---|---|"
    )
    for language in ("en", "ru"):
        start = time.process_time()
        pack = service.pack(PackChoice(languages=(language,)))
        built = time.process_time() - start
        for kind in WRITERS:
            made = [_alone(pickle.dumps((kind, pack))) for _ in range(runs)]
            took, work, memory, size = (tuple(each) for each in zip(*made, strict=True))
            print(
                f"| {kind}, {language}, {len(pack.slides)} slides | {built:.2f} | {statistics.median(took):.2f} "
                f"({min(took):.2f}-{max(took):.2f}) | {min(work):.2f} | {max(memory):.0f} | {size[0] / 1000:.0f} |"
            )
    service.close()


def _alone(asked: bytes) -> tuple[float, float, float, int]:
    """Return the seconds, seconds of work and megabytes of a process that makes a file, and the bytes of the file."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, input=asked, capture_output=True, check=True)
    took = time.perf_counter() - start
    work, kilobytes = done.stderr.split()[-2:]
    return took, float(work), int(kilobytes) / 1024, len(done.stdout)
