"""Page and form of an administrator that take a figure or statement out of everything public."""

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.service.releases.withdrawals import LONGEST
from office.forms import Hidden, OfficeForm, Text, read
from office.page import office, office_page
from web.permissions import requires
from web.redirects import form_action
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH = "/withdraw/row"


class RowForm(OfficeForm):
    """The id of the row to be shown first."""

    row = Text(N_("Id of the figure or statement"), name="id", required=True)


class WithdrawalForm(OfficeForm):
    """The id of the row, and why it is not shown any more."""

    row = Hidden()
    reason = Text(N_("Reason; everybody reads it"), required=True, longest=LONGEST)


@office.get(PATH)
@requires(Action.WITHDRAW)
def withdrawal_page() -> str:
    """Show a figure or statement, where it was shown, and the form that withdraws it."""
    page_request, found, reason = current_request(), None, ""
    words, row_id = page_request.words, page_request.query.get("id", "").strip()
    try:
        found = page_request.service.withdrawals.find(actor(), row_id) if row_id else None
    except Refused as refused:
        reason = words(refused.reason)
    shown = render(
        page_request,
        "releases/withdrawal.html",
        asking=RowForm(data={"row": row_id}),
        found=found,
        about=_about(page_request, found.row) if found else "",
        reason=reason,
        form=WithdrawalForm(data={"row": row_id}),
    )
    return office_page(
        page_request,
        shown,
        title=words("Withdraw a figure or statement"),
        lead=words("For what must not be public, such as a number that points at a person."),
        crumbs=((words("Withdraw"), "/withdraw"),),
    )


@office.post(PATH)
@requires(Action.WITHDRAW)
@form_action("/withdraw")
def withdraw_row(page_request: PageRequest) -> str:
    """Withdraw a figure or statement, with a reason that everybody reads."""
    form = read(WithdrawalForm)
    made = page_request.service.withdrawals.withdraw(actor(), form.row.data, form.reason.data)
    return page_request.words("Withdrawn with release {release}.", release=made.number)


def _about(page_request: PageRequest, row: Observation | Statement) -> str:
    """Return the state and what the row says: "Tajikistan: Victims, 2022: 3", or the words of a statement."""
    words, framework = page_request.words, page_request.service.framework()
    state = words.text(
        next(each.short for each in (*framework.countries, *framework.regions) if each.code == row.country)
    )
    if isinstance(row, Statement):
        return f"{state}: {row.statement}"
    measure = words.text(framework.indicator(row.indicator).name)
    return f"{state}: {measure}, {period_text(row.period, row.period_label, words)}: {value_text(row, words)}"
