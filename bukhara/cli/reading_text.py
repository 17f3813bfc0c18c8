"""The result of reading a workbook: exit code, JSON object and lines of text."""

from pathlib import Path

from bukhara.cli import ERRORS, UNREADABLE
from bukhara.cli.printing import say
from bukhara.i18n.words import Words
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.workbook import WorkbookReading, sentence


def exit_code(reading: WorkbookReading) -> int:
    """Return the exit code of a reading: 0, 1 for errors, 2 for a file that is not a workbook."""
    if not reading.readable:
        return UNREADABLE
    return ERRORS if reading.count(Severity.ERROR) else 0


def as_object(path: Path, reading: WorkbookReading, words: Words) -> dict[str, object]:
    """Return a reading as the documented JSON object."""
    return {
        "file": printable(path),
        "readable": reading.readable,
        "counts": {severity.value: reading.count(severity) for severity in Severity},
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "sheet": finding.sheet,
                "cell": finding.cell,
                "row": finding.row,
                "column": finding.column,
                "value": finding.value,
                "message": sentence(finding, words),
            }
            for finding in reading.findings
        ],
    }


def show(path: Path, reading: WorkbookReading, words: Words) -> None:
    """Print a reading, one line for each finding."""
    errors, warnings = reading.count(Severity.ERROR), reading.count(Severity.WARNING)
    say(f"{printable(path)}: {errors} errors, {warnings} warnings")
    for finding in reading.findings:
        say(line(finding, words))


def printable(path: Path) -> str:
    """Return a path as text, with question marks for bytes that are not text."""
    return str(path).encode(errors="replace").decode()


def line(finding: Finding, words: Words) -> str:
    """Return a finding as one line: severity, cell, sentence, code."""
    return f"  {finding.severity.value} {finding.reference}: {sentence(finding, words)} [{finding.code}]"
