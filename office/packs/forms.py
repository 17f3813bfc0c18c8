"""The forms of packs: kept as presented, withdrawn."""

from bukhara.model.messages import N_
from bukhara.service.packs.packs import LONGEST
from office.forms import Agreed, File, Hidden, OfficeForm, Text


class FreezeForm(OfficeForm):
    """Where and when a choice of slides was presented, and the file that was shown if it is another."""

    pack = Hidden()
    agreed = Agreed(N_("Yes, these slides are public at once, and nobody can change them."))
    shown = File(N_("The file that was shown (PowerPoint or PDF), if somebody changed it"))
    occasion = Text(N_("Presented where and when, such as “Bishkek, 30 July 2024”"), required=True, longest=LONGEST)


class MakeForm(OfficeForm):
    """What was presented, whose missing files are made; `pack` is its id."""

    pack = Hidden()


class WithdrawForm(OfficeForm):
    """Why what was presented is not shown any more; `pack` is its id."""

    pack = Hidden()
    reason = Text(N_("Reason, shown in place of the slides"), required=True, longest=LONGEST)
