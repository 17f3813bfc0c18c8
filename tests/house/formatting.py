"""`make format`: writes the style sheets as the tests want them."""

from __future__ import annotations

from pathlib import Path

import cssbeautifier

ROOT = Path(__file__).parents[2]
SHEETS = sorted((ROOT / "assets").glob("*.css"))
OPTIONS = cssbeautifier.default_options()
OPTIONS.indent_size = 2
OPTIONS.end_with_newline = True
OPTIONS.newline_between_rules = False

if __name__ == "__main__":
    for sheet in SHEETS:
        text = sheet.read_text(encoding="utf-8")
        sheet.write_text(cssbeautifier.beautify(text, OPTIONS), encoding="utf-8")
