"""`make format`: writes the style sheets and the templates as the tests want them."""

from pathlib import Path

import cssbeautifier

from tests.project.template_format import format_template

ROOT = Path(__file__).parents[2]
SHEETS = sorted((ROOT / "assets").glob("*.css"))
TEMPLATES = sorted(path for half in ("office", "pages", "web") for path in (ROOT / half).rglob("templates/*.html"))
OPTIONS = cssbeautifier.default_options()
OPTIONS.indent_size = 2
OPTIONS.end_with_newline = True
OPTIONS.newline_between_rules = False


def format_sheet(source: str) -> str:
    """Return a style sheet as it should be written."""
    return str(cssbeautifier.beautify(source, OPTIONS))


if __name__ == "__main__":
    for paths, formatted in ((SHEETS, format_sheet), (TEMPLATES, format_template)):
        for path in paths:
            path.write_text(formatted(path.read_text(encoding="utf-8")), encoding="utf-8")
