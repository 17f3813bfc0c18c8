"""What publishing a draft would change for readers, in words."""

from dataclasses import dataclass

from bukhara.exports.effect_lines import EffectWords
from bukhara.views.effect import Effect
from bukhara.views.narrative import CountryChanges
from web.request import PageRequest


@dataclass(frozen=True, slots=True)
class EffectText:
    """The changes by state before and after, charts that would break, newer sources, and figures withheld or shown.

    `pages` are the pages that would show other rows.
    """

    before: dict[str, CountryChanges]
    after: dict[str, CountryChanges]
    broken: tuple[str, ...]
    later: tuple[str, ...]
    masks: tuple[str, ...]
    pages: tuple[str, ...]


def describe_effect(page_request: PageRequest, effect: Effect) -> EffectText:
    """Return the effect of a draft in words."""
    text, as_of = (
        EffectWords(page_request.service.framework(), page_request.words),
        page_request.service.snapshot().as_of,
    )
    return EffectText(
        before={changes.country: changes for changes in effect.before},
        after={changes.country: changes for changes in effect.after},
        broken=tuple(map(text.split, effect.broken)),
        later=tuple(text.later(source, as_of) for source in effect.later),
        masks=tuple(text.masks(effect)),
        pages=tuple(map(text.page, effect.pages)),
    )
