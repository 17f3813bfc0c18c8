"""Files are small, and their names say what they contain."""

import ast
import re
import statistics
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = [
    p
    for folder in ("bukhara", "web", "office", "pages")
    for p in (ROOT / folder).rglob("*.py")
    if p.name != "__init__.py"
]
MEANINGLESS = re.compile(r"^(utils?|helpers?|common|misc|manager)(\.py)?$")


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_over_400_lines() -> None:
    everything = [*MODULES, ROOT / "app.py", *(ROOT / "tests").rglob("*.py")]
    assert [str(p) for p in everything if lines(p) > 400] == []


def test_the_median_module_is_about_100_lines() -> None:
    assert statistics.median(lines(p) for p in MODULES) <= 120


def test_no_page_is_over_200_lines() -> None:
    assert [p.name for p in (ROOT / "pages").glob("*.py") if lines(p) > 200] == []


def test_no_module_has_a_name_without_meaning() -> None:
    parts = [part for p in MODULES for part in p.relative_to(ROOT).parts]
    assert [part for part in parts if MEANINGLESS.match(part)] == []


def test_no_two_classes_have_the_same_name() -> None:
    nodes = (node for path in MODULES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = Counter(node.name for node in nodes if isinstance(node, ast.ClassDef))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_script_and_no_stylesheet_is_over_400_lines() -> None:
    files = [path for end in ("js", "css") for path in (ROOT / "assets").rglob(f"*.{end}") if "vendor" not in path.parts]
    assert len(files) > 20
    assert [path.name for path in files if lines(path) > 400] == []
