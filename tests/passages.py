"""The passages of a report that the shipped record cites, made from a copy of the report.

`python -m tests.passages REPORT` writes `data/passages/<source>.txt`: one line of the report a line, its number first.
It holds the lines that locators and notes cite, with two lines each side. Names of persons are replaced by [name].
The lines of the single cases have their number and no text.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from bukhara.framework import parse
from bukhara.workbook import read
from tests.quoting import NAME, SINGLE_CASES, fixture, hashed
from tests.serving import ROOT

SOURCE = "astana-2023-report"
FILE = ROOT / "data" / "passages" / f"{SOURCE}.txt"
BESIDE = 2
HEADING = """# Passages of: UNODC and Winrock International, report of the Third International Conference, Astana, 27-28 July 2023.
# "The information appearing in this publication may be freely quoted and reproduced provided the source is acknowledged.
# No use of this publication may be made for resale or other commercial purposes." Names of persons: [name].
"""
_LOCATOR = re.compile(r"\bL(\d+)\b")
_TITLE = re.compile(r"\b(?:Mr|Ms|Mrs|Dr)\.\s+(?=\[name\])")
_NAMES = re.compile(r"\[name\](?:\s+\[name\])+")


def cited_lines(source_id: str = SOURCE) -> set[int]:
    """Return the lines of a source that rows of the shipped workbooks and items of the framework name."""
    framework = parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"))
    texts = [item.line for item in framework.items]
    for path in (ROOT / "data").rglob("*.xlsx"):
        if path.relative_to(ROOT / "data").parts[0] != "exercise":
            book = read(path, framework)
            rows = (*book.statements, *book.observations)
            texts += [f"{row.source_locator} {row.note}" for row in rows if row.source_id == source_id]
    return {int(number) for text in texts for number in _LOCATOR.findall(text)}


def without_names(text: str) -> str:
    """Return a text with the names of persons replaced by [name]."""
    text = NAME.sub(lambda match: match[0].replace((match[1] or match[2]).strip(), "[name]"), text)
    text = re.sub(r"\w+", lambda match: "[name]" if _is_name(match[0]) else match[0], text)
    return _NAMES.sub("[name]", _TITLE.sub("", text))


def _is_name(word: str) -> bool:
    return word[0].isupper() and hashed(word.lower()) in fixture("report_person_names.txt")


def passages(report: str, cited: Iterable[int]) -> str:
    """Return the text of the file: number and words of each line that is cited or beside one."""
    lines = report.split("\n")
    single = {number for case in SINGLE_CASES for number in case}
    shown = {n for line in cited for n in range(line - BESIDE, line + BESIDE + 1)} | single
    texts = {n: "" if n in single else " ".join(without_names(lines[n - 1]).split()) for n in sorted(shown)}
    return HEADING + "".join(f"{n}\t{text}\n" for n, text in texts.items() if text or n in single)


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(passages(Path(sys.argv[1]).read_text(encoding="utf-8"), cited_lines()), encoding="utf-8")
