"""docs/findings.md: findings and recorded actions with their words, made from the code by `make words`."""

import re
from pathlib import Path

from bukhara.framework.sentences import SENTENCES
from bukhara.i18n.audit_log import ACTIONS
from bukhara.workbook.findings import MESSAGES, severity_of

PATH = Path(__file__).parents[2] / "docs/findings.md"
HEAD = """# Findings and recorded actions

What does a finding or a line of the audit log mean? `make words` writes this page from the code. A “…” is a value that
the finding names: a cell, a number, a list.

## Of a workbook

An error stops the publication, a warning is confirmed. `bukhara check FILE` names sheet and cell.

| code | severity | sentence |
|---|---|---|
"""
FRAMEWORK = """
## Of the framework

`bukhara framework check` names the line. `key-without-effect` and `article-missing` are warnings. So is `missing-language`
for a language other than English, whose readers then see English. The others are errors.

| code | sentence |
|---|---|
"""
ACTION = """
## Recorded actions

| code in the audit log | words on its page |
|---|---|
"""


def page() -> str:
    """Return the page with its tables."""
    workbook = (f"| `{code}` | {severity_of(code)} | {_shown(text)} |\n" for code, text in MESSAGES.items())
    framework = (f"| `{code}` | {_shown(text)} |\n" for code, text in SENTENCES.items())
    actions = (f"| `{code}` | {text} |\n" for code, text in ACTIONS.items())
    return "".join([HEAD, *workbook, FRAMEWORK, *framework, ACTION, *actions])


def _shown(text: str) -> str:
    return re.sub(r"\{\w+\}", "…", text).replace("|", "\\|")
