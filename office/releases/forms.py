"""The forms of releases: two compared, one taken back."""

from bukhara.model.messages import N_
from office.forms import Hidden, Note, Number, OfficeForm, Text

A_NUMBER = {"type": "number", "min": 1}


class CompareForm(OfficeForm):
    """Two releases by their numbers."""

    earlier = Text(N_("Earlier release"), name="from", required=True, render_kw=A_NUMBER)
    later = Text(N_("Later release"), name="to", required=True, render_kw=A_NUMBER)


class RevertForm(OfficeForm):
    """What is taken back and why; `newest` is the newest release that the page knew."""

    newest = Number()
    scope = Hidden()
    note = Note(N_("Why? The note stays with the new release."))
