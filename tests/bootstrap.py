"""Bootstrap by use: `assets/vendor/bootstrap.css` has the rules of Bootstrap whose classes our pages, scripts or code name.

`python -m tests.bootstrap` writes it anew from the whole in `tests/fixtures/`, which is `dist/css/bootstrap.min.css` of
`npm pack bootstrap@5.3.9`, packed with Brotli. `tests/project/test_bootstrap.py` says when that is needed.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import brotli

from bukhara.wing import wings
from tests.serving import ROOT
from web.static import used_styles

WHOLE = ROOT / "tests/fixtures/bootstrap-5.3.9.min.css.br"
FILE = ROOT / "assets/vendor/bootstrap.css"
_BANNER = re.compile(r"/\*!.*?\*/", re.DOTALL)
_WORD = re.compile(r"[a-z][\w-]*")
_VARIABLE = re.compile(r"(--bs-[\w-]+)\s*:[^;{}]*(?:;|(?=}))")
_KEYFRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}")


def by_use() -> str:
    """Return the rules of Bootstrap that are for elements, or for classes that are named in our sources."""
    whole = brotli.decompress(WHOLE.read_bytes()).decode()
    words = names()
    begun = tuple(word for word in words if word.endswith("-"))
    classes = {word for word in _WORD.findall(whole) if word in words or word.startswith(begun)}
    text = used_styles.used(used_styles.rules(whole), f'class="{" ".join(classes)}"')
    text = _KEYFRAMES.sub(lambda found: found[0] if f":{found[1]}" in text else "", text)
    ours = "".join(path.read_text(encoding="utf-8") for path in _sources("css", "py", "js", "html"))
    return f"{_BANNER.search(whole)[0]}\n{_with_variables_of_use(text, ours)}".replace("}", "}\n")


def names() -> set[str]:
    """Return every word that may be a class, or may begin one (`alert-`): in templates, scripts, and texts of the code."""
    found: set[str] = set()
    for path in _sources("html", "js"):
        found.update(_WORD.findall(path.read_text(encoding="utf-8")))
    for path in _sources("py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                # wings name files and days: what ends in "-" there begins no class
                found.update(word for word in _WORD.findall(node.value) if "wings" not in path.parts or word[-1] != "-")
    return found


def _sources(*endings: str) -> Iterator[Path]:
    folders = ("assets", "office", "pages", "web", *(f"wings/{name}" for name in wings()))
    found = [path for name in folders for path in sorted((ROOT / name).rglob("*.*"))]
    return (path for path in found if path.suffix[1:] in endings and path != FILE)


def _with_variables_of_use(css: str, ours: str) -> str:
    """Return a style sheet without the variables that neither it nor our sources refer to."""
    referred = set(re.findall(r"var\((--bs-[\w-]+)", css + ours))
    shorter = _VARIABLE.sub(lambda found: found[0] if found[1] in referred else "", css)
    return css if shorter == css else _with_variables_of_use(shorter, ours)


if __name__ == "__main__":
    FILE.write_text(by_use(), encoding="utf-8")
