"""A file is short enough to be read at once, its lines fit on a screen, and the program does not grow unseen."""

from collections.abc import Iterator
from pathlib import Path

from tests.size import TABLE, capability_of, counted_files, product_lines

ROOT = Path(__file__).parents[2]
PACKAGES = ("assets", "bukhara", "office", "pages", "tests", "web", "wings")
LONGEST_FILE, LONGEST_LINE = 400, 160


def files(*endings: str) -> Iterator[Path]:
    paths = (path for package in PACKAGES for path in (ROOT / package).rglob("*.*") if "vendor" not in path.parts)
    return (path for path in paths if path.suffix in endings)


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_no_module_script_or_style_sheet_is_over_400_lines() -> None:
    found = [ROOT / "app.py", *files(".py", ".js", ".css")]
    assert len(found) > 700
    assert [str(path) for path in found if len(lines(path)) > LONGEST_FILE] == []


def test_no_template_script_or_style_sheet_has_a_line_over_160_characters() -> None:
    found = list(files(".html", ".js", ".css"))
    assert len(found) > 80
    assert [path.name for path in found if max(map(len, lines(path)), default=0) > LONGEST_LINE] == []


def test_product_python_is_not_above_the_ceiling() -> None:
    assert product_lines() <= TABLE["ceiling"], "take lines away, or see tests/size.toml"


def test_every_counted_file_is_of_a_capability() -> None:
    assert [name for name in counted_files() if capability_of(name) is None] == []
