"""Texts: in every language that the framework says it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import at, groups
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding


def text_findings(document: Document) -> Iterator[Finding]:
    """Yield texts that lack a language, or have one that the framework does not list.

    A language other than English is a warning: a reader then sees the English text.
    """
    languages = at(document, "languages")
    if "en" not in languages:
        yield document.finding("missing-language", ("languages",), value="en", key="en")
    for path, group in groups(document.value):
        # Only texts have a key `en`; the schema asks it of every one of them.
        if "en" not in group:
            continue
        for language in languages:
            if language not in group:
                yield document.finding(
                    "missing-language", path, value=language, severity=Severity.WARNING, key=language
                )
        for language in group:
            if language not in languages:
                yield document.finding("unlisted-language", (*path, language), value=language, key=language)
