"""The script that sets Bootstrap's light or dark mode before anything is drawn, with its hash for the policy."""

import base64
import hashlib

SCRIPT = (
    '(function(){var e=document.documentElement,d=matchMedia("(prefers-color-scheme:dark)"),p=matchMedia("print"),'
    's=function(){e.dataset.bsTheme=d.matches&&!p.matches?"dark":"light"};s();'
    'd.addEventListener("change",s);p.addEventListener("change",s)})()'
)
"""Dark for readers who prefer it, never on paper."""
SCRIPT_HASH = f"sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}"
