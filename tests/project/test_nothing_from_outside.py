"""Nothing is loaded from another server, and the Plotly bundle is the published one."""

import hashlib
import re
from pathlib import Path

import brotli

ROOT = Path(__file__).parents[2]
PLOTLY_SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
ADDRESS = re.compile(r"""(?:src|href|url|@import|fetch)\s*[=(]?\s*["'(]\s*(?:https?:)?//""")


def test_no_template_style_or_script_names_another_host() -> None:
    files = [
        p
        for ending in ("*.html", "*.css", "*.js")
        for d in ("assets", "pages", "office", "web")
        for p in (ROOT / d).rglob(ending)
    ]
    assert len(files) > 10
    assert [p.name for p in files if ADDRESS.search(p.read_text(encoding="utf-8"))] == []


def test_the_plotly_bundle_is_the_published_one() -> None:
    packed = (ROOT / "assets/vendor/plotly-basic.min.js.br").read_bytes()
    assert hashlib.sha256(brotli.decompress(packed)).hexdigest() == PLOTLY_SHA256
