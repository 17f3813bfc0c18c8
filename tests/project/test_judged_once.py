"""Nothing that shows a status decides one: no comparison of a status or of the end of a period outside of the domain."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOWING = ("bukhara/views", "bukhara/charts", "bukhara/pack", "bukhara/exports", "bukhara/record")
OF_ROWS = {
    "bukhara/charts/timeline.py": "events as their rows have them",
    "bukhara/views/statements/timeline.py": "rows in order of time",
    "office/answers/forms.py": "the statuses that can be chosen",
    "pages/retired_theme.py": "the day on which a theme left the list",
    "web/components/statements.py": "a statement with the status of its row",
}
"""What shows rows as they are stored, with the reason."""
NAMED = re.compile("Status|valid_until|calendar")


def judging(source: str) -> list[int]:
    """Return the lines in which a status, or the end of a period, is compared."""
    tree = ast.parse(source if NAMED.search(source) else "")
    compared = (node for node in ast.walk(tree) if isinstance(node, ast.Compare))
    return [node.lineno for node in compared if any(map(_is_judged, (node.left, *node.comparators)))]


def _is_judged(side: ast.expr) -> bool:
    named = [node for node in ast.walk(side) if isinstance(node, ast.Attribute)]
    is_status = any(isinstance(node.value, ast.Name) and node.value.id == "Status" for node in named)
    names = {node.attr for node in named}
    return (is_status and "value" not in names) or not names.isdisjoint({"valid_until", "calendar_day", "calendar"})


def test_nothing_that_shows_a_status_compares_one() -> None:
    files = [path for top in (*SHOWING, "web", "pages", "office", "wings") for path in (ROOT / top).rglob("*.py")]
    assert len(files) > 300
    found = {str(path.relative_to(ROOT)) for path in files if judging(path.read_text(encoding="utf-8"))}
    assert found == OF_ROWS.keys()


@pytest.mark.parametrize(
    "line", ["cell.status is Status.IN_PLACE", "last_day(cell.valid_until) < today", "event.end < view.calendar_day"]
)
def test_a_comparison_is_found(line: str) -> None:
    assert judging(f"x = [1 for s in cells if {line}]") == [1]
