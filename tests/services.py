"""What the tests need from the machine: a Chromium, PostgreSQL, LibreOffice; installed on Debian as root, else named.

`python -m tests.services` is called by `make test` and `make bench`; it does nothing where all are there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
)
PACKAGES = {
    "browser": "chromium-headless-shell",
    "postgres": "postgresql",
    "office": "libreoffice-calc",
    "slides": "libreoffice-impress",
    "texts": "libreoffice-writer",
}
OFFICE_PARTS = {"slides": "libsdlo.so", "texts": "libswlo.so"}
"""The library of LibreOffice that opens each kind of file."""


def browser() -> str | None:
    """Return the path of a Chromium-like browser, or None."""
    named = os.environ.get("CHROME_PATH")
    if named and Path(named).exists():
        return named
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def postgres() -> Path | None:
    """Return the folder with `initdb` of the newest PostgreSQL, or None."""
    if (found := shutil.which("initdb")) is not None:
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    return folders[-1].parent if folders else None


def office() -> str | None:
    """Return the path of LibreOffice, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(path: Path, folder: Path, form: str = "xlsx", *, beside: Iterable[Path] = ()) -> Path:
    """Let LibreOffice open a file, and those `beside` it, and save it in a folder as a kind of file; return the new one."""
    program = office()
    assert program is not None, "python -m tests.services installs it"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", form, "--outdir", folder, path, *beside]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{form.partition(':')[0]}"


def _has_part(library: str) -> bool:
    program = office()
    return program is not None and (Path(program).resolve().parent / library).exists()


def missing() -> list[str]:
    """Return the Debian packages that are still needed."""
    given = bool(os.environ.get("BUKHARA_TEST_PG_URL"))
    needs = {
        "browser": browser() is None,
        "postgres": postgres() is None and not given,
        "office": office() is None,
        **{name: not _has_part(library) for name, library in OFFICE_PARTS.items()},
    }
    return [PACKAGES[name] for name, needed in needs.items() if needed]


def main() -> int:
    """Install what is missing where that is possible, else say what to type."""
    packages = missing()
    if not packages:
        return 0
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print(f"The tests need {' and '.join(packages)}. On Debian: sudo {' '.join(command)}", file=sys.stderr)
        return 1
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=quiet)
    subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL)
    return 1 if missing() else 0


if __name__ == "__main__":
    sys.exit(main())
