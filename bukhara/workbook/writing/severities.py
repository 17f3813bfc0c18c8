"""The word for how much a finding weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.codes import Severity
from bukhara.workbook.marker import N_

if TYPE_CHECKING:
    from bukhara.i18n.words import Words

_WORDS = {Severity.ERROR: N_("To correct"), Severity.WARNING: N_("To check")}


def severity_word(severity: Severity, words: Words) -> str:
    """Return `To correct` or `To check` in the reader's language."""
    return words(_WORDS[severity])
