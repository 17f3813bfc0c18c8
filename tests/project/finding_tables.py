"""docs/findings.md: every finding with its sentence, made from the code by `make words`."""

import re
from pathlib import Path

from bukhara.framework.sentences import SENTENCES
from bukhara.workbook.findings import MESSAGES, severity_of

PATH = Path(__file__).parents[2] / "docs/findings.md"
HEAD = """# Findings

What is said about a workbook or about the framework. `make words` writes this page from the code. A “…” is a value
that the finding names: a cell, a number, a list.

## Of a workbook

An error stops the publication, a warning is confirmed. `bukhara check FILE` names sheet and cell.

| code | severity | sentence |
|---|---|---|
"""
FRAMEWORK = """
## Of the framework

`bukhara framework check` names the line. `key-without-effect` is a warning. So is `missing-language` for a language
other than English, whose readers then see English. The others are errors.

| code | sentence |
|---|---|
"""


def page() -> str:
    """Return the page with both tables."""
    workbook = (f"| `{code}` | {severity_of(code)} | {_shown(text)} |\n" for code, text in MESSAGES.items())
    framework = (f"| `{code}` | {_shown(text)} |\n" for code, text in SENTENCES.items())
    return HEAD + "".join(workbook) + FRAMEWORK + "".join(framework)


def _shown(text: str) -> str:
    return re.sub(r"\{\w+\}", "…", text).replace("|", "\\|")
