"""The articles of the Declaration written into the text of indicators.yaml."""

import json
import re
from collections.abc import Iterable

from bukhara.model.framework import Article

_INSTRUMENT = "instrument:\n"
_ARTICLES = re.compile(r"^  articles:\n(?:    .*\n)*", re.MULTILINE)


def with_articles(text: str, articles: Iterable[Article]) -> str:
    """Return the text of a framework with these articles under `instrument`, in place of those that it has.

    Nothing else is changed: which basis an item has then is for a person to decide.
    """
    before, key, after = text.partition(_INSTRUMENT)
    return before + key + "  articles:\n" + "".join(map(_entry, articles)) + _ARTICLES.sub("", after, count=1)


def _entry(article: Article) -> str:
    return (
        f"    - article: {json.dumps(article.article, ensure_ascii=False)}\n"
        f"      lang: {article.lang}\n"
        f"      text: {json.dumps(article.text, ensure_ascii=False)}\n"
        f"      items: {json.dumps(article.items)}\n"
    )
