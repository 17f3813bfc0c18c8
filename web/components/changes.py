"""What changed, in sentences with their evidence: of all states in the fixed order, or of one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.charts.change_words import change_rule, change_sentence, compared_text, missing_text
from bukhara.model.countries import REGION
from bukhara.views.status.narrative import CountryChanges, Sentence, SentenceCode, common_previous
from web.components.lists import joined, narrow_fold
from web.request import PageRequest


def changes_of_all(page_request: PageRequest, country_changes: Sequence[CountryChanges]) -> list[Component]:
    """Return the changes of all states; there is an earlier reading or round of at least one."""
    words, common = page_request.words, common_previous(country_changes)
    if common:
        parts = [_compared(page_request, country_changes[0], rule=True)]
    else:
        each = words("Each state is compared with what it reported before.")
        parts = [_small([each, " ", change_rule(words)])]
    for changes in country_changes:
        address = "/themes" if changes.country == REGION else f"/countries/{changes.country}"
        name = words.text(page_request.snapshot.framework.country(changes.country).short)
        parts.append(html.H3(html.A(name, href=page_request.href(address))))
        if not common:
            parts.append(_compared(page_request, changes))
        parts.append(_sentences(page_request, changes, changes.progress))
        if changes.others:
            more = words.plural(
                "{n} more sentence: documents, corrections, method, other answers",
                "{n} more sentences: documents, corrections, method, other answers",
                len(changes.others),
            )
            parts.append(html.Details([html.Summary(more), *_others(page_request, changes)], className="small"))
    return parts


def changes_of_one(page_request: PageRequest, changes: CountryChanges) -> Component:
    """Return the changes of a state that has an earlier reading or round."""
    return narrow_fold(
        page_request.words("What changed"),
        _compared(page_request, changes, rule=True),
        _sentences(page_request, changes, changes.progress),
        *_others(page_request, changes),
        id="changed",
    )


def _small(sentence: Any) -> Component:
    return html.P(sentence, className="soft small")


def _compared(page_request: PageRequest, changes: CountryChanges, *, rule: bool = False) -> Component:
    """Return the answers that a state's sentences compare, and whether it has answered the newest round."""
    words = page_request.words
    said = [compared_text(changes, words)]
    if rule:
        said.append(change_rule(words))
    missing = [html.Strong(missing_text(changes, words)), " "] if changes.missing else []
    return _small([*missing, " ".join(filter(None, said))])


def _others(page_request: PageRequest, changes: CountryChanges) -> list[Component]:
    if not changes.others:
        return []
    heading = page_request.words("Other changes (not counted as progress):")
    return [_small(heading), _sentences(page_request, changes, changes.others)]


def _sentences(page_request: PageRequest, changes: CountryChanges, sentences: Iterable[Sentence]) -> Component:
    framework, words = page_request.snapshot.framework, page_request.words
    lines = []
    for each in sentences:
        said = change_sentence(framework, changes, each, words)
        shown = html.Strong(said) if each.code is SentenceCode.HIGHER else said
        links = joined(_evidence(page_request, changes.country, each), ", ")
        lines.append(html.Li([shown, " ", *links]))
    return html.Ul(lines, className="plain small")


def _evidence(page_request: PageRequest, country: str, sentence: Sentence) -> Iterator[Component]:
    words, framework = page_request.words, page_request.snapshot.framework
    for each in sentence.evidence:
        address = page_request.href(f"/evidence/{country}/{each.item}")
        name = words.text(framework.item(each.item).name) if len(sentence.evidence) > 1 else words("evidence")
        to = f"{address}#{each.statement}" if each.statement else address
        yield html.A(name, href=to, className="small", title=each.item)
