"""Checks of what rests on the Declaration: quotes stand in their articles, and the articles in the text of it."""

from collections.abc import Iterator

from bukhara.framework.document import Document, at, entries
from bukhara.model.codes import Basis, Severity
from bukhara.model.finding import Finding


def article_findings(document: Document) -> Iterator[Finding]:
    """Yield the findings about items with the basis "article": the article, its source, and the quote in it.

    That no article names it yet is a warning, because the articles are loaded into a file that can be used.
    """
    articles = [article for _, article in entries(document, "instrument", "articles")]
    for path, item in entries(document, "items"):
        if item["basis"] != Basis.ARTICLE:
            continue
        own = [article for article in articles if item["id"] in article["items"]]
        if not own:
            yield document.finding(
                "article-missing", (*path, "basis"), value=item["id"], key=item["id"], severity=Severity.WARNING
            )
        text = " ".join(_plain(article["text"]) for article in own)
        for part in item["quote"].split(" | ") if own else ():
            if _plain(part) not in text:
                names = ", ".join(article["article"] for article in own)
                yield document.finding(
                    "quote-not-in-article", (*path, "quote"), value=part, key=item["id"], names=names
                )
        if not at(document, "instrument", "source"):
            yield document.finding("missing-key", ("instrument",), value="source", key="source")


def text_findings(document: Document, declaration: str) -> Iterator[Finding]:
    """Yield a finding for each article that does not stand in the text of the Declaration, white space aside."""
    whole = _plain(declaration)
    for path, article in entries(document, "instrument", "articles"):
        if _plain(article["text"]) not in whole:
            yield document.finding(
                "article-not-in-text", (*path, "text"), value=article["text"], names=article["article"]
            )


def _plain(text: str) -> str:
    return " ".join(text.split())
