"""What publishing a draft would change for readers, in words."""

from dataclasses import dataclass

from bukhara.i18n import effects
from bukhara.i18n.titles import titles
from bukhara.views.effect import ChangedPage, Effect
from bukhara.views.narrative import CountryChanges
from bukhara.views.splits import Split
from web.request import Reader


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


def describe_effect(reader: Reader, effect: Effect) -> EffectText:
    """Return the effect of a draft in words."""
    words, as_of = reader.words, reader.service.snapshot().as_of
    return EffectText(
        before={changes.country: changes for changes in effect.before},
        after={changes.country: changes for changes in effect.after},
        broken=tuple(_split(reader, split) for split in effect.broken),
        later=tuple(effects.later_text(titles([source], words), source.date, as_of, words) for source in effect.later),
        pages=tuple(_page(reader, page) for page in effect.pages),
        masks=tuple(effects.masks_text(len(effect.withheld), len(effect.disclosed), words)),
    )


def _page(reader: Reader, page: ChangedPage) -> str:
    framework, words = reader.service.framework(), reader.words
    named = {
        "country": lambda: words.text(framework.country(page.code).short),
        "theme": lambda: words.text(framework.item(page.code).name),
        "measure": lambda: words.text(framework.indicator(page.code).name),
        "partners": lambda: words(effects.PARTNERS_PAGE),
    }
    return effects.page_text(named[page.kind](), page.gone, page.new, words)


def _split(reader: Reader, split: Split) -> str:
    measure = reader.words.text(reader.service.framework().indicator(split.indicator).name)
    return effects.split_text(measure, (split.before, split.after), split.why, reader.words)
