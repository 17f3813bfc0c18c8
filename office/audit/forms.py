"""The form that chooses from the audit log."""

from bukhara.model.messages import N_
from office.forms import OfficeForm, Text


class AuditForm(OfficeForm):
    """Who did what; empty for all."""

    by = Text(N_("Who"))
    action = Text(N_("What"))
