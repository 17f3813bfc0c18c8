"""The check of indicators.yaml: first its structure, then the rules that concern the whole file."""

from collections.abc import Iterator
from datetime import date

from bukhara.framework.document import Document, Entry, at, entries, groups, indicators, is_text, read
from bukhara.framework.identifiers import identifier_findings
from bukhara.framework.list_checks import list_findings
from bukhara.framework.structure import structure_findings
from bukhara.model import partial_date
from bukhara.model.codes import Basis, IndicatorType, ItemKind, Severity
from bukhara.model.finding import Finding

_DECIDING = (IndicatorType.MILESTONE, IndicatorType.ACTIVITY)
# A higher number of these can mean more crime or better detection (method 4).
_WITHOUT_DIRECTION = (
    *("case", "conviction", "crime", "offence", "person", "victim"),
    *("group", "arrest", "prosecution"),
)
_SHARES = ("percent", "share", "rate")
_SHORTEST_QUOTE, _LONGEST_QUOTE = 5, 30
# Keys that only some entries of a class of the model must have.
_REQUIRED = (
    (("measures",), ("group", "definition", "unit", "counting_unit")),
    (("exercise", "rounds"), ("sent", "due")),
)
# Parameters of the method: group, lower, higher. Only caps may be equal.
_THRESHOLDS = (
    ("coverage", "bar", "band"),
    ("evidence_caps", "assertion", "statement_on_record"),
    ("evidence_caps", "statement_on_record", "primary_document"),
)


def check(text: str, declaration: str | None = None) -> tuple[Finding, ...]:
    """Return the findings of the text of indicators.yaml, ordered by line.

    With the text of the Declaration its articles are compared with it. A text without errors gives an empty tuple. No
    text raises an exception.
    """
    return check_document(read(text), declaration)


def check_document(document: Document, declaration: str | None = None) -> tuple[Finding, ...]:
    """Return the findings of a document; the rules are checked only if its structure is valid."""
    if document.value is None:
        return tuple(document.findings)
    findings = [*document.findings, *structure_findings(document)]
    if not findings:
        rules = (
            identifier_findings,
            list_findings,
            article_findings,
            _indicators,
            _required,
            _quotes,
            _dates,
            _thresholds,
            _languages,
            _lists,
        )
        findings = [finding for rule in rules for finding in rule(document)]
        findings += text_findings(document, declaration) if declaration is not None else ()
    return tuple(sorted(findings, key=lambda finding: (finding.row or 0, finding.column, finding.code)))


def _indicators(document: Document) -> Iterator[Finding]:
    """Yield the findings about missing or forbidden entries of items, indicators and measures."""
    for path, item in entries(document, "items"):
        if item["kind"] != ItemKind.CONTEXT and not any(i["type"] in _DECIDING for i in item["indicators"]):
            yield document.finding("item-without-milestone", path, value=item["id"], key=item["id"])
    for _, entry in indicators(document):
        path, indicator = entry
        key, kind, has_conditions = indicator["id"], indicator["type"], "conditions" in indicator
        if kind == IndicatorType.MILESTONE and not has_conditions:
            yield document.finding("milestone-without-conditions", path, value=key, key=key)
        if kind not in _DECIDING and has_conditions:
            yield document.finding("conditions-without-milestone", (*path, "conditions"), value=key, key=key)
        if kind == IndicatorType.MEASURE and not indicator.get("unit"):
            yield document.finding("measure-without-unit", path, value=key, key=key)
        yield from _direction(document, entry)
    for entry in entries(document, "measures"):
        yield from _direction(document, entry)


def _required(document: Document) -> Iterator[Finding]:
    """Yield the findings about keys that measures and rounds lack."""
    missing = (
        (path, key)
        for of, keys in _REQUIRED
        for path, entry in entries(document, *of)
        for key in keys
        if key not in entry
    )
    for path, key in missing:
        yield document.finding("missing-key", path, value=key, key=key)


def _direction(document: Document, entry: Entry) -> Iterator[Finding]:
    path, measure = entry
    direction, unit = measure.get("direction", "none"), measure.get("unit", "").lower()
    if direction == "none" or unit in _SHARES:
        return
    counted = f"{unit} {measure.get('counting_unit', '').lower()}"
    if any(word in counted for word in _WITHOUT_DIRECTION):
        key = measure["id"]
        yield document.finding("direction-not-none-for-count", (*path, "direction"), value=direction, key=key)


def _quotes(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quote that is not 5 to 30 words long or has no line reference."""
    passages = entries(document, "instrument", "passages")
    for path, owner in (*entries(document, "items"), *entries(document, "conferences"), *passages):
        quote = owner.get("quote", "")
        for part in quote.split(" | ") if quote else ():
            words = len(part.split())
            if not _SHORTEST_QUOTE <= words <= _LONGEST_QUOTE:
                yield document.finding("quote-length", (*path, "quote"), value=part, words=str(words))
        if quote and not owner.get("line") and owner.get("basis") != Basis.ARTICLE:
            yield document.finding("quote-without-line", (*path, "quote"), value=owner["id"], key=owner["id"])


def _dates(document: Document) -> Iterator[Finding]:
    """Yield a finding for each day of a conference that does not exist and for each end before its start."""
    for path, conference in entries(document, "conferences"):
        if _day(conference["when"]) is None:
            yield document.finding("date-invalid", (*path, "when"), value=conference["when"])
    spans = [(entry, "start", "end") for entry in entries(document, "conferences")]
    spans += [(entry, "sent", "due") for entry in entries(document, "exercise", "rounds")]
    spans += [(entry, "added_on", "retired_on") for entry in entries(document, "items")]
    for (path, group), first, last in spans:
        start, end = _day(group.get(first) or ""), _day(group.get(last) or "")
        if start and end and end < start:
            yield document.finding("date-order", (*path, last), value=group[last], first=first, last=last)


def _day(text: str) -> date | None:
    try:
        return partial_date.first_day(text)
    except ValueError:
        return None


def _thresholds(document: Document) -> Iterator[Finding]:
    """Yield a finding for each pair of parameters of the method in the wrong order."""
    for group, low, high in _THRESHOLDS:
        lower, upper = at(document, "method", group, low), at(document, "method", group, high)
        if lower > upper or (lower == upper and group != "evidence_caps"):
            yield document.finding("threshold-order", ("method", group, low), value=lower, low=low, high=high)


def _languages(document: Document) -> Iterator[Finding]:
    """Yield a finding for each text that lacks a language or has one that the framework does not list.

    A missing language other than English is only a warning, because readers then see the English text.
    """
    languages = at(document, "languages")
    if "en" not in languages:
        yield document.finding("missing-language", ("languages",), value="en", key="en")
    for path, group in groups(document.value):
        if not is_text(group):
            continue
        for language in dict.fromkeys(("en", *languages)):
            if language not in group:
                severity = Severity.ERROR if language == "en" else Severity.WARNING
                yield document.finding("missing-language", path, value=language, severity=severity, key=language)
        for language in group:
            if language not in languages:
                yield document.finding("unlisted-language", (*path, language), value=language, key=language)


def _lists(document: Document) -> Iterator[Finding]:
    """Yield a finding for each list that names a word twice."""
    for path, group in groups(document.value):
        if isinstance(group, list) and any(isinstance(each, str) and group.count(each) > 1 for each in group):
            yield document.finding("duplicate-entry", path)


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
