"""The scripts that come inside a page, with their hashes for the policy."""

import base64
import hashlib
from pathlib import Path

COLOUR_MODE = (
    '(function(){var e=document.documentElement,d=matchMedia("(prefers-color-scheme:dark)"),p=matchMedia("print"),'
    's=function(){e.dataset.bsTheme=d.matches&&!p.matches?"dark":"light"};s();'
    'd.addEventListener("change",s);p.addEventListener("change",s)})()'
)
"""Sets Bootstrap's light or dark mode before anything is drawn: dark for readers who prefer it, never on paper."""
START = (Path(__file__).parents[1] / "assets/start.js").read_text(encoding="utf-8")
"""Asks for what makes the page live, once it is painted."""
HASHES = " ".join(
    f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in (COLOUR_MODE, START)
)
