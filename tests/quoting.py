"""Quotes held against the report without the report: hashes of its runs of five words.

The hashes in fixtures/ were made from the published report by `run_hashes`; `make_hashes` writes them anew from a
copy of the report, so that anyone who has it can check the fixtures.
"""

import hashlib
import re
import sys
from functools import cache
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
SINGLE_CASES = (range(229, 234), range(266, 271))
NAME = re.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.\s+((?:[A-Z][\w-]+\s?)+)|Honou?rable\s+((?:[A-Z][\w-]+\s?)+)")
OFFICE = {"Ambassador"}


def words(text: str) -> list[str]:
    """Return the words of a text, lower case, without punctuation."""
    return re.findall(r"\w+", text.lower())


def hashed(text: str) -> str:
    """Return the short hash under which a run or a name is kept."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def run_hashes(text: str, size: int = 5) -> set[str]:
    """Return the hashes of all runs of `size` words."""
    found = words(text)
    return {hashed(" ".join(found[i : i + size])) for i in range(len(found) - size + 1)}


def tells_a_single_case(text: str) -> bool:
    """Tell whether a text repeats seven words in a row of the single cases that the report describes."""
    return bool(run_hashes(text, 7) & fixture("report_single_case_runs.txt"))


@cache
def fixture(name: str) -> set[str]:
    """Return the hashes kept in a fixture."""
    return set((FIXTURES / name).read_text(encoding="utf-8").split())


def make_hashes(report: Path) -> None:
    """Write the three fixtures from a copy of the report."""
    text = report.read_text(encoding="utf-8")
    lines = text.split("\n")
    single = [n for lines_ in SINGLE_CASES for n in lines_]
    described = "\n".join(lines[n - 1] for n in single)
    rest = "\n".join(line for n, line in enumerate(lines, 1) if n not in single)
    names = {token for match in NAME.finditer(text) for token in words(match.group(1) or match.group(2))}
    offices = {office.lower() for office in OFFICE} | {"s"}
    write = {
        "report_five_word_runs.txt": run_hashes(text),
        "report_single_case_runs.txt": run_hashes(described, 7) - run_hashes(rest, 7),
        "report_person_names.txt": {hashed(name) for name in names - offices},
    }
    for name, hashes in write.items():
        (FIXTURES / name).write_text("\n".join(sorted(hashes)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    make_hashes(Path(sys.argv[1]))
