"""Style sheets and scripts, each one file with a fingerprint in its name, kept for a year."""

import hashlib
from functools import cache
from pathlib import Path

import brotli
from flask import Flask

from bukhara.model.marks import style
from web.static import used_styles
from web.static.compression import answer

YEARS = "\n".join(f"@container(max-width:{n}00px){{.wide-{n}{{display:none}}}}" for n in range(1, 13))
"""The labels of years that a narrow chart has no space for (`bukhara/charts/svg/drawing.py`)."""


def register(server: Flask, assets: Path) -> None:
    """Serve Bootstrap, the colours of marks and assets/*.css as one sheet, and what only the office has as another."""
    bootstrap = (assets / "vendor/bootstrap.css").read_text(encoding="utf-8")
    sheet = "\n".join((bootstrap, style('[data-bs-theme="dark"]'), YEARS, _sheets(assets)))
    server.config["STYLES"] = used_styles.rules(sheet)
    server.config["STYLESHEET"] = _served(server, "stylesheet", f"/assets/all-{_fingerprint(sheet)}.css", sheet)
    sheet = _sheets(assets / "office")
    server.config["OFFICE_STYLESHEET"] = _served(
        server, "office_stylesheet", f"/assets/office-{_fingerprint(sheet)}.css", sheet
    )


def _sheets(folder: Path) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css")))


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _served(server: Flask, endpoint: str, address: str, text: str) -> str:
    kind = "css" if address.endswith(".css") else "javascript"
    server.add_url_rule(address, endpoint, lambda: answer(_packed(text), f"text/{kind}; charset=utf-8"))
    return address


@cache
def _packed(text: str) -> bytes:
    """Return a style sheet or script packed with Brotli: a tenth of a second, so only when it is first asked for."""
    packed: bytes = brotli.compress(text.encode(), mode=brotli.MODE_TEXT, quality=11)
    return packed


def script(server: Flask, assets: Path, name: str) -> str:
    """Serve the script `<name>.js`, or the files of the folder `<name>` as one script; return the address."""
    parts = sorted((assets / name).glob("*.js"))
    text = _together(parts) if parts else (assets / f"{name}.js").read_text(encoding="utf-8")
    return _served(server, f"{name}_script", f"/assets/{name}-{_fingerprint(text)}.js", text)


def _together(parts: list[Path]) -> str:
    """Return scripts as one function, so that they share their names with each other and with nobody else."""
    lines = "\n".join(path.read_text(encoding="utf-8") for path in parts)
    return f'(function () {{\n"use strict";\n{lines}}})();\n'
