"""The development tools (ruff, mypy, import-linter, deptry, codespell, uv) find nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CHECKS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy", "--no-error-summary"],
    "imports": ["lint-imports", "--no-cache"],
    "dependencies": ["deptry", "."],
    "spelling": ["codespell", "bukhara", "web", "office", "pages", "app.py", "docs", "README.md", "CHANGELOG.md"],
    "lock": ["uv", "lock", "--check", "--offline"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_a_development_tool_passes(check: str) -> None:
    command = [str(BIN / CHECKS[check][0]), *CHECKS[check][1:]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
