"""`make wings`: delete each wing in turn in a copy of the tree, and see that the rest stands: contracts, types, unit tests, crawl."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bukhara.wing import WINGS

ROOT = Path(__file__).parents[1]
LEFT_BEHIND = shutil.ignore_patterns(".venv", ".git", "var", "dist", "__pycache__", ".pytest_cache", ".hypothesis")
PYTEST = (sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-p", "no:cacheprovider")
STEPS = {
    "application": (sys.executable, "-c", "import app; app.create_app()"),
    "tables of documents": (sys.executable, "-m", "tests.project.catalogue"),
    "the part of Bootstrap that is used": (sys.executable, "-m", "tests.bootstrap"),
    "imports of tests": (*PYTEST[:4], "--collect-only", "tests"),
    "tests": (
        *PYTEST,
        *("tests/project", "tests/unit", "tests/web/test_crawl.py", "tests/web/test_permissions.py"),
        # who deletes a wing deletes what it alone depends on
        *("--deselect", "tests/project/test_tools.py::test_a_development_tool_passes[dependencies]"),
    ),
}


def copy_without(wing: str, folder: Path) -> None:
    """Copy the tree to a folder, without a wing and without its name in the list."""
    shutil.copytree(ROOT, folder, ignore=LEFT_BEHIND, symlinks=True)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    shutil.rmtree(folder / "wings" / wing)
    shutil.rmtree(folder / "tests/wings" / wing)
    listed = folder / "bukhara/wing.py"
    text, struck = re.subn(rf' +"{wing}",\n', "", listed.read_text("utf-8"), count=1)
    assert struck == 1, wing
    listed.write_text(text, "utf-8")
    for command in (("init", "-q"), ("add", "-A")):  # the sizes are of tracked files
        subprocess.run(["git", *command], cwd=folder, check=True)


def stands(wing: str) -> bool:
    """Print what each step says of a copy without a wing; return whether all are content."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "copy"
        copy_without(wing, folder)
        environment = {**os.environ, "PYTHONPATH": str(folder), "BUKHARA_VAR_DIR": str(Path(place) / "var")}
        for name, command in STEPS.items():
            begun = time.monotonic()
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
            print(
                f"without {wing}: {name}: {'ok' if not done.returncode else 'FAILED'}, {time.monotonic() - begun:.0f} s"
            )
            if done.returncode:
                print(done.stdout[-6000:], done.stderr[-3000:])
                return False
    return True


def main(chosen: list[str]) -> int:
    """Try the wings that are named, by default each; return how many cannot be deleted."""
    # each copy begins with what is known of the types of the whole
    subprocess.run([Path(sys.executable).with_name("mypy"), "--no-error-summary"], cwd=ROOT, check=True)
    fallen = [wing for wing in chosen or WINGS if not stands(wing)]
    return len(fallen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
