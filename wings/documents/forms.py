"""The forms of documents: a copy is kept, or removed."""

from bukhara.model.messages import N_
from office.forms import File, Hidden, Lines, OfficeForm, Text


class KeepForm(OfficeForm):
    """A copy of a source."""

    source = Text(N_("Source"), required=True, longest=120)
    file = File(N_("File (PDF, Word or plain text)"))
    passage = Lines(N_("The passage that is cited, word for word"), rows=3, longest=2000)
    licence = Text(N_("Licence, if anybody may have this copy"), longest=200)


class RemoveForm(OfficeForm):
    """A copy that is removed."""

    document = Hidden()
