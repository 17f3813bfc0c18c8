"""What publishing would move, in words: sentences that are new or gone, and charts that would break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n import effects
from pages._ui.voices.stories import told

if TYPE_CHECKING:
    from bukhara.views.effect import Effect
    from bukhara.views.narrative import Sentence
    from bukhara.views.splits import Split
    from pages._ui.parts.reader import Reader


def effect_voices(reader: Reader, effect: Effect | None) -> dict[str, object]:
    """Return what upload_effect.html calls to say what moves."""
    if effect is None:
        return {}
    tell = told(reader)["tell"]
    before = {story.country: story for story in effect.before}
    after = {story.country: story for story in effect.after}

    def tell_now(country: str, said: Sentence) -> str:
        return str(tell(before[country], said))  # type: ignore[operator]

    def tell_then(country: str, said: Sentence) -> str:
        return str(tell(after[country], said))  # type: ignore[operator]

    return {
        "tell_now": tell_now,
        "tell_then": tell_then,
        "split_text": lambda split: _split_text(reader, split),
        "masks": effects.masks_text(len(effect.withheld), len(effect.disclosed), reader.words),
        "later_text": lambda source: effects.later_text(
            source.title, source.date, reader.service.snapshot().as_of, reader.words
        ),
    }


def _split_text(reader: Reader, split: Split) -> str:
    measure = reader.words.text(reader.service.framework().indicator(split.indicator).name)
    return effects.split_text(measure, (split.before, split.after), split.why, reader.words)
