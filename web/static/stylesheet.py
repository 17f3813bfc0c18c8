"""Style sheets as one file, and scripts; each with a fingerprint in its name, kept for a year."""

import hashlib
from functools import cache
from pathlib import Path

import brotli
from flask import Flask

from bukhara.model.marks import style
from web.static import used_styles
from web.static.compression import answer


def register(server: Flask, assets: Path) -> str:
    """Serve Bootstrap, the colours of marks and assets/*.css in the order of their names as one; return the address."""
    bootstrap, *sheets = (
        path.read_text(encoding="utf-8-sig")
        for path in (assets / "vendor/bootstrap.css", *sorted(assets.glob("*.css")))
    )
    sheet = "\n".join((bootstrap, style('[data-bs-theme="dark"]'), *sheets))
    address = f"/assets/all-{hashlib.sha256(sheet.encode()).hexdigest()[:12]}.css"
    packed = _packed(sheet)
    server.config["STYLES"] = used_styles.rules(sheet)
    server.add_url_rule(address, "stylesheet", lambda: answer(packed, "text/css; charset=utf-8"))
    return address


@cache
def _packed(text: str) -> bytes:
    """Return a style sheet or script packed with Brotli; a sheet takes a third of a second, so once for each text."""
    packed: bytes = brotli.compress(text.encode(), mode=brotli.MODE_TEXT, quality=11)
    return packed


def script(server: Flask, assets: Path, name: str) -> str:
    """Serve the script `<name>.js`, or the files of the folder `<name>` as one script; return the address."""
    parts = sorted((assets / name).glob("*.js"))
    text = _together(parts) if parts else (assets / f"{name}.js").read_text(encoding="utf-8")
    address = f"/assets/{name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.js"
    packed = _packed(text)
    server.add_url_rule(address, f"{name}_script", lambda: answer(packed, "text/javascript; charset=utf-8"))
    return address


def _together(parts: list[Path]) -> str:
    """Return scripts as one function, so that they share their names with each other and with nobody else."""
    lines = "\n".join(path.read_text(encoding="utf-8") for path in parts)
    return f'(function () {{\n"use strict";\n{lines}}})();\n'
