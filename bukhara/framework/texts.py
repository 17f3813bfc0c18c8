"""Checks of texts: each must have all languages of the framework."""

from collections.abc import Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import at, groups
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding


def text_findings(document: Document) -> Iterator[Finding]:
    """Yield a finding for each text that lacks a language or has one that the framework does not list.

    A missing language other than English is only a warning, because readers then see the English text.
    """
    languages = at(document, "languages")
    if "en" not in languages:
        yield document.finding("missing-language", ("languages",), value="en", key="en")
    for path, group in groups(document.value):
        # The schema requires the key `en` in every text and allows it nowhere else.
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
