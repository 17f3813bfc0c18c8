"""The forms of documents: a copy is kept, a document is listed to be read, either is removed."""

from bukhara.model.messages import N_
from office.forms import File, Hidden, Lines, OfficeForm, Text


class KeepForm(OfficeForm):
    """A copy of a source."""

    source = Text(N_("Source"), required=True, longest=120)
    file = File(N_("File (PDF, Word or plain text)"))
    passage = Lines(N_("The passage that is cited, word for word"), rows=3, longest=2000)
    licence = Text(N_("Licence, if anybody may have this copy"), longest=200)


class ListForm(OfficeForm):
    """A document that is still to be read."""

    title = Text(N_("Title"), required=True, longest=300)
    address = Text(N_("Address"), longest=500)
    note = Text(N_("Why it is to be read, such as the theme and the state"), longest=300)


class RemoveForm(OfficeForm):
    """A document that is removed."""

    document = Hidden()
