"""The form of a difference between sources: what was decided, and why."""

from bukhara.model.difference import DifferenceStatus
from bukhara.model.messages import N_
from bukhara.service.rounds.decisions import LONGEST
from office.forms import Choice, Hidden, Lines, Number, OfficeForm


class DecideForm(OfficeForm):
    """A decision about one difference, whose two numbers the page showed."""

    difference = Hidden()
    first = Number(float)
    second = Number(float)
    status = Choice(N_("Status"), {each.value: each.message for each in DifferenceStatus})
    reason = Lines(N_("Reason, shown beside the difference"), required=True, longest=LONGEST)
