"""The disclosure rule: what may be shown of unpublished counts of persons; pure, applied before anything is drawn."""

from bukhara.disclosure.policy import Policy
from bukhara.disclosure.protect import protect

__all__ = ["Policy", "protect"]
