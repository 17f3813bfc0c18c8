"""The extraction marker of the messages of this package."""

from bukhara.i18n.codes import N_

__all__ = ["N_"]
