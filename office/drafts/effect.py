"""What publishing a draft would change for readers, in words."""

from dataclasses import dataclass

from bukhara.exports.effect_lines import EffectWords
from bukhara.views.effect import Effect
from bukhara.views.narrative import CountryChanges
from web.request import PageRequest


@dataclass(frozen=True, slots=True)
class EffectText:
    """The changes by state before and after, days, periods that ended, headline, charts that would break, masks.

    `pages` are the pages that would show other rows.
    """

    before: dict[str, CountryChanges]
    after: dict[str, CountryChanges]
    broken: tuple[str, ...]
    days: tuple[str, ...]
    ended: tuple[str, ...]
    headline: tuple[str, ...]
    masks: tuple[str, ...]
    pages: tuple[str, ...]


def describe_effect(page_request: PageRequest, effect: Effect) -> EffectText:
    """Return the effect of a draft in words."""
    text = EffectWords(page_request.service.framework(), page_request.words)
    return EffectText(
        before={changes.country: changes for changes in effect.before},
        after={changes.country: changes for changes in effect.after},
        broken=tuple(map(text.split, effect.broken)),
        days=tuple(map(text.day, effect.days)),
        ended=tuple(text.ended(effect)),
        headline=tuple(text.headline(effect)),
        masks=tuple(text.masks(effect)),
        pages=tuple(map(text.page, effect.pages)),
    )
