"""Slides kept as presented; administrators withdraw what was presented."""

from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.pack import to_text
from office.forms import read, sent
from office.packs.forms import FreezeForm, MakeForm, WithdrawForm
from office.page import office, office_page
from web.pack_choice import PATH as PANEL
from web.pack_choice import choice_in, choice_of, pack_of
from web.permissions import requires
from web.redirects import form_action, see_other
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH, WITHDRAW, PRESENTED = "/packs", "/withdraw", "/frozen"


@office.get(PATH)
@requires(Action.PACKS)
def packs_page() -> str:
    """Show what was presented, with the form for the choice in the address."""
    page_request = current_request()
    words, asked = page_request.words, "pack" in page_request.query
    choice = choice_of(page_request)
    code = to_text(choice) if asked else ""
    shown = render(
        page_request,
        "packs/packs.html",
        code=code,
        slides=len(pack_of(page_request, choice).slides) if asked else 0,
        frozen=page_request.service.packs.frozen()[::-1],
        freezing=FreezeForm(data={"pack": code}),
        making=MakeForm(),
    )
    return office_page(
        page_request,
        shown,
        title=words("Slides kept as presented"),
        lead=words("What was presented can be cited and never changes. To go on with a choice, keep its link."),
        crumbs=((words("Panel"), PANEL),),
    )


@office.post(f"{PATH}/freeze")
@requires(Action.PACKS)
def freeze_pack() -> Response:
    """Keep the choice of the form as presented, and lead to its page, which shows each file when it is made."""
    form, page_request = sent(FreezeForm), current_request(PATH)
    packs, words = page_request.service.packs, page_request.words
    try:
        form.check()
        choice = choice_in(page_request, form.pack.data)
        kept = packs.freeze(actor(), form.occasion.data, choice, form.shown.data.read())
    except Refused as refused:
        return see_other(page_request.href(PATH, pack=form.pack.data), words(refused.reason), "trouble")
    packs.start_files(actor(), kept.frozen_id)
    done = words("Kept as presented: {occasion}.", occasion=kept.occasion)
    return see_other(page_request.href(f"{PRESENTED}/{kept.frozen_id}"), done)


@office.post(f"{PATH}/make")
@requires(Action.PACKS)
@form_action(PATH)
def make_files(page_request: PageRequest) -> str:
    """Make the files of what was presented that are not there."""
    page_request.service.packs.start_files(actor(), read(MakeForm).pack.data)
    return page_request.words("The files are being made.")


@office.get(WITHDRAW)
@requires(Action.WITHDRAW)
def withdraw_page() -> str:
    """Show what was presented, each with the form that withdraws it."""
    page_request = current_request()
    words = page_request.words
    return office_page(
        page_request,
        render(
            page_request, "packs/withdraw.html", frozen=page_request.service.packs.frozen()[::-1], form=WithdrawForm()
        ),
        title=words("Withdraw what was presented"),
        lead=words("For slides that must not be shown any more. Their address then shows the day and the reason."),
    )


@office.post(WITHDRAW)
@requires(Action.WITHDRAW)
@form_action(WITHDRAW)
def withdraw_pack(page_request: PageRequest) -> str:
    """Withdraw what was presented, with a reason that everybody sees."""
    form = read(WithdrawForm)
    page_request.service.packs.withdraw(actor(), form.pack.data, form.reason.data)
    return page_request.words("Withdrawn.")
