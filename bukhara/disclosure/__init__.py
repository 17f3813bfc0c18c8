"""The disclosure guard: what of unpublished counts of persons may be shown; pure, applied before any renderer."""

from bukhara.disclosure.kept import Kept
from bukhara.disclosure.policy import Policy
from bukhara.disclosure.protect import Protected, protect

__all__ = ["Kept", "Policy", "Protected", "protect"]
