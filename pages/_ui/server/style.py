"""Bootstrap and the project's style sheets as one file, named by its content, kept for a year; the colour mode."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

import brotli
from flask import Flask, Response

from pages._ui.server.packed import answer

if TYPE_CHECKING:
    from pathlib import Path


COLOUR_MODE = (
    '(function(){var e=document.documentElement,d=matchMedia("(prefers-color-scheme:dark)"),p=matchMedia("print"),'
    's=function(){e.dataset.bsTheme=d.matches&&!p.matches?"dark":"light"};s();'
    'd.addEventListener("change",s);p.addEventListener("change",s)})()'
)
"""Runs in the head, before anything is drawn: Bootstrap's dark mode for readers who prefer it, never on paper."""
COLOUR_MODE_HASH = f"sha256-{base64.b64encode(hashlib.sha256(COLOUR_MODE.encode()).digest()).decode()}"


def register(server: Flask, assets: Path) -> str:
    """Serve Bootstrap and assets/*.css, joined in the order of their names; return the address."""
    sheets = (assets / "vendor/bootstrap.css", *sorted(assets.glob("*.css")))
    sheet = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    address = f"/assets/all-{hashlib.sha256(sheet.encode()).hexdigest()[:12]}.css"
    packed = brotli.compress(sheet.encode(), mode=brotli.MODE_TEXT, quality=11)
    server.add_url_rule(address, "style", lambda: answer(packed, "text/css; charset=utf-8"))
    return address


def script(server: Flask, assets: Path) -> str:
    """Serve assets/desk.js, named by its content; return the address."""
    text = (assets / "desk.js").read_text(encoding="utf-8")
    address = f"/assets/desk-{hashlib.sha256(text.encode()).hexdigest()[:12]}.js"
    server.add_url_rule(address, "desk", lambda: Response(text, content_type="text/javascript; charset=utf-8"))
    return address
