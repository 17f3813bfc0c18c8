"""The form that takes a workbook in; the page of a draft shows it too, for a corrected one."""

import secrets

from bukhara.model.messages import N_
from bukhara.wing import template_formats
from office.forms import File, Hidden, OfficeForm

NO_FILE = N_("Please choose a workbook first.")


class UploadForm(OfficeForm):
    """A workbook; `key` names the progress of its check, `from_draft` the draft that the form is shown on, if any."""

    workbook = File(
        N_("Choose the completed workbook"),
        NO_FILE,
        render_kw={"accept": ",".join(f".{each}" for each in template_formats()), "required": True},
    )
    key = Hidden()
    from_draft = Hidden(name="from")


def upload_form(from_draft: str = "") -> UploadForm:
    """Return the form with a new key."""
    return UploadForm(data={"key": secrets.token_hex(16), "from_draft": from_draft})
