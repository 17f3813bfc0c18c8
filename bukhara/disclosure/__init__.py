"""The disclosure rule: what may be shown of unpublished counts of persons; pure, applied before anything is drawn."""

from bukhara.disclosure.protect import protect
from bukhara.disclosure.rounding import Policy

__all__ = ["Policy", "protect"]
