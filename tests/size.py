"""`make size`: lines of Python, of templates, styles and scripts, and of tests, by capability (tests/size.toml)."""

import subprocess
import tokenize
import tomllib
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = tomllib.loads((ROOT / "tests/size.toml").read_text(encoding="utf-8"))
KINDS = ("Python", "code", "templates", "tests")
NOT_PRODUCT = ("docs/", "bukhara/store/migrations/", "assets/vendor/")
LAYOUT = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT, tokenize.ENCODING}


def counted_files() -> list[str]:
    """Return the tracked files that are counted: Python, templates, styles and scripts of ours, and tests."""
    endings = ("*.py", "*.html", "*.css", "*.js", "*.typ")
    listed = subprocess.run(["git", "ls-files", *endings], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.splitlines() if not name.startswith(NOT_PRODUCT)]
    there = [name for name in names if (ROOT / name).exists()]
    return [name for name in there if name.endswith(".py") or not is_test(name)]


def is_test(name: str) -> bool:
    """Return whether a file is part of the tests, of the core or of a wing."""
    return name.startswith("tests/")


def capability_of(name: str) -> str | None:
    """Return the capability of the first pattern that fits a file, or None."""
    rows = TABLE["capabilities"].items()
    return next((row for row, patterns in rows if any(fnmatchcase(name, pattern) for pattern in patterns)), None)


def line_count(path: Path) -> int:
    """Return the number of line ends in a file, as `wc -l` counts."""
    return path.read_bytes().count(b"\n")


def code_line_count(path: Path) -> int:
    """Return the number of lines of a Python file that are not blank, a comment or a docstring."""
    lines: set[int] = set()
    statement: list[tokenize.TokenInfo] = []
    with tokenize.open(path) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type not in LAYOUT:
                statement.append(token)
            elif token.type == tokenize.NEWLINE:
                if any(part.type != tokenize.STRING for part in statement):
                    lines.update(*(range(part.start[0], part.end[0] + 1) for part in statement))
                statement = []
    return len(lines)


def sizes() -> dict[str | None, Counter[str]]:
    """Return the lines of each kind for each capability, in the order of the table."""
    found: dict[str | None, Counter[str]] = {name: Counter() for name in TABLE["capabilities"]}
    for name in counted_files():
        row, path = found.setdefault(capability_of(name), Counter()), ROOT / name
        if is_test(name):
            row["tests"] += line_count(path)
        elif name.endswith(".py"):
            row.update(Python=line_count(path), code=code_line_count(path))
        else:
            row["templates"] += line_count(path)
    return found


def product_lines(without: str = "tests/") -> int:
    """Return the lines of product Python outside a folder."""
    names = (name for name in counted_files() if name.endswith(".py") and not is_test(name))
    return sum(line_count(ROOT / name) for name in names if not name.startswith(without))


def main() -> None:
    """Print the table."""
    found = sizes()
    found["together"] = sum(found.values(), Counter())
    print(f"{'':32}" + "".join(f"{kind:>10}" for kind in KINDS))
    for name, row in found.items():
        print(f"{name or 'of no capability':32}" + "".join(f"{row[kind]:>10}" for kind in KINDS))
    print(f"Product Python may have {TABLE['ceiling']} lines. Outside of wings there are {product_lines('wings/')}.")


if __name__ == "__main__":
    main()
