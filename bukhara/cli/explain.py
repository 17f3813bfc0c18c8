"""`bukhara explain`: what a finding means, by the code behind its sentence."""

from __future__ import annotations

from typing import Annotated

import typer

from bukhara.cli.options import Language
from bukhara.cli.printing import say


def explain(
    code: Annotated[str, typer.Argument(help="Code of a finding; without it, every code.")] = "",
    lang: Language = "en",
) -> None:
    """Say what a finding of a workbook or of indicators.yaml means; “…” is what the finding itself names."""
    from bukhara.framework.sentences import SENTENCES
    from bukhara.i18n.words import words_of
    from bukhara.workbook.findings import meaning, meanings

    words = words_of(lang)
    known = {each: f"{weight}. {text}" for each, weight, text in meanings(words)}
    known |= {each: meaning(text, words) for each, text in SENTENCES.items()}
    if code and code not in known:
        raise typer.BadParameter("there is no such code; without a code, all are listed", param_hint="CODE")
    for each in [code] if code else known:
        say(f"{each}: {known[each]}")
