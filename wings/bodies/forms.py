"""The form of the parts that are put together."""

from office.forms import Codes, OfficeForm


class PartsForm(OfficeForm):
    """The drafts that were ticked."""

    draft = Codes()
