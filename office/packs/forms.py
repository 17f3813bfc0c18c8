"""The forms of packs: saved by name, kept as presented, withdrawn; the template of slides."""

from bukhara.model.messages import N_
from bukhara.service.packs.packs import LONGEST
from office.forms import Agreed, File, Hidden, OfficeForm, Text


class SaveForm(OfficeForm):
    """The name under which a choice of slides is saved or deleted; `pack` is the choice."""

    pack = Hidden()
    name = Text(N_("Name, to go on with it later"), required=True, longest=LONGEST)


class FreezeForm(OfficeForm):
    """Where and when a choice of slides was presented, and the file that was shown if it is another."""

    pack = Hidden()
    agreed = Agreed(N_("Yes, these slides are public at once, and nobody can change them."))
    shown = File(N_("The file that was shown (PowerPoint or PDF), if somebody changed it"))
    occasion = Text(N_("Presented where and when, such as “Bishkek, 30 July 2024”"), required=True, longest=LONGEST)


class MakeForm(OfficeForm):
    """What was presented, whose missing files are made; `pack` is its id."""

    pack = Hidden()


class AddForm(MakeForm):
    """A document of the organisers that is kept with what was presented."""

    title = Text(N_("What it is, such as “Agenda”"), required=True, longest=LONGEST)
    file = File(N_("Document (PDF, PowerPoint or Word)"), N_("Please choose a file first."))
    agreed = Agreed(N_("Yes, this document is public at once, and nobody can change it."))


class TemplateForm(OfficeForm):
    """The PowerPoint file in which slides are made."""

    file = File(N_("Template (.pptx or .potx)"), N_("Please choose a file first."))


class WithdrawForm(OfficeForm):
    """Why what was presented is not shown any more; `pack` is its id."""

    pack = Hidden()
    reason = Text(N_("Reason, shown in place of the slides"), required=True, longest=LONGEST)
