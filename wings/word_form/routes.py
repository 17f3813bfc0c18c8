"""The Word form to download: of a state, and of a state in a round."""

from flask import Response, abort

from bukhara.access import Action
from office.names import trackers
from office.page import office
from office.rounds.routes import known
from web.downloads import DOCX, attachment
from web.permissions import requires
from web.request import actor, current_request, service
from wings.word_form.forms import word_form


@office.get("/upload/form/<subject>.docx")
@requires(Action.TEMPLATE, is_file=True)
def word_form_file(subject: str) -> Response:
    """Send the questions of a state or the region."""
    if subject not in {each.code for each in trackers(service().framework())}:
        abort(404)
    return _file(subject, subject)


@office.get("/rounds/<round_id>/<country>.docx")
@requires(Action.TEMPLATE, is_file=True)
def round_word_form(round_id: str, country: str) -> Response:
    """Send the questions of a round to a state."""
    known(round_id, country)
    return _file(country, f"{country}-{round_id}", round_id)


def _file(country: str, name: str, round_id: str = "") -> Response:
    service().authorize(actor(), Action.TEMPLATE, country)
    content = word_form(service(), country, current_request("/upload").words.language, round_id=round_id)
    return attachment(content, f"{name}.docx", DOCX)
