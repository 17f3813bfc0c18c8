"""Packs for a panel: slides made from the record, without a file format."""

from bukhara.pack.choice import ChosenSlide, PackChoice, from_text, to_text
from bukhara.pack.order import build, day_of
from bukhara.pack.slides import Pack, Slide, SlideKind

__all__ = [
    "ChosenSlide", "Pack", "PackChoice", "Slide", "SlideKind", "build", "day_of", "from_text", "to_text",
]  # fmt: skip
