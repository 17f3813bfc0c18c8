"""The form of a letter about a fault."""

from bukhara.model.messages import N_
from office.forms import Hidden, Lines, OfficeForm


class FaultForm(OfficeForm):
    """What a reader writes; it goes into the letter and nowhere else."""

    words = Lines(N_("What is wrong, and which document shows it"), rows=5, longest=4000)
    kind = Hidden()
