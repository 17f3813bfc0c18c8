"""Administration: who has an account, in which roles, for which state; links by which passwords are chosen."""

from collections.abc import Callable, Sequence

from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import AccountRefused
from bukhara.i18n.words import words_of
from bukhara.model.access import Account, Role
from bukhara.model.languages import PSEUDO
from bukhara.model.letter import Letter
from bukhara.model.messages import N_
from bukhara.service.accounts.accounts import Accounts
from office.accounts.forms import AccountForm, IdentityForm, LinkForm
from office.forms import read
from office.page import office, office_page
from web.addresses import address_of, url_of
from web.paging import paged
from web.permissions import requires
from web.redirects import run_action, see_other
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH = "/admin"
ALLOWS = {
    Role.COMMISSION: N_(
        "fills in and sends the answers of its own state; sees the page of that state before it is published"
    ),
    Role.ORGANISER: N_("sees rounds, releases and what is prepared; publishes slides as they were presented"),
    Role.SECRETARIAT: N_("runs rounds, checks, approves, publishes and takes back"),
    Role.ADMIN: N_("manages accounts and reads the audit log; does not see unpublished figures"),
}
SUBJECT = N_("Your account for Bukhara Monitor")
TEXT = N_(
    "Dear colleagues,\n\n"
    "your office has the account {name}. Please open this link and choose a password. The link works once, within 24 "
    "hours:\n\n"
    "{link}\n\n"
    "Whoever has the link can choose the password: please do not pass it on."
)


@office.get(PATH)
@requires(Action.ACCOUNTS)
def accounts_page() -> str:
    """Show the accounts, a form for each and one for a new one."""
    return _page(current_request())


@office.post(f"{PATH}/accounts/add")
@requires(Action.ACCOUNTS)
def add_account() -> Response | str:
    """Add an account and show the link by which its password is chosen."""
    form = read(AccountForm)
    return _show_link(
        form.name.data, lambda accounts: accounts.add(actor(), form.name.data, _roles(form), form.country.data)
    )


@office.post(f"{PATH}/accounts/link")
@requires(Action.ACCOUNTS)
def link_account() -> Response | str:
    """Show a new link for an account."""
    name = read(LinkForm).name.data
    return _show_link(name, lambda accounts: accounts.account(name))


@office.post(f"{PATH}/accounts/roles")
@requires(Action.ACCOUNTS)
def set_roles() -> Response:
    """Give an account other roles."""
    form = read(AccountForm)
    return _change(lambda accounts: accounts.set_roles(actor(), form.name.data, _roles(form), form.country.data))


@office.post(f"{PATH}/accounts/subject")
@requires(Action.ACCOUNTS)
def set_subject() -> Response:
    """Set the identity of an account at the OpenID provider."""
    form = read(IdentityForm)
    return _change(lambda accounts: accounts.set_subject(actor(), form.name.data, form.subject.data))


@office.post(f"{PATH}/accounts/close")
@requires(Action.ACCOUNTS)
def close_account() -> Response:
    """Close an account, or open it again."""
    form = read(LinkForm)
    return _change(lambda accounts: accounts.disable(actor(), form.name.data, disabled=form.open.data != "1"))


def _page(page_request: PageRequest, link: tuple[str, str] = ("", ""), letters: Sequence[Letter] = ()) -> str:
    """Return the page of the accounts; `link` is an account and its one-time address, `letters` send that address."""
    words = page_request.words
    accounts, turn = paged(page_request, page_request.service.accounts.accounts(actor()))
    shown = render(
        page_request,
        "accounts/accounts.html",
        accounts=accounts,
        turn=turn,
        roles=tuple(role for role in Role if role is not Role.VIEWER),
        allows={role.value: words(text) for role, text in ALLOWS.items()},
        states={country.code: words.text(country.short) for country in page_request.snapshot.framework.countries},
        link=link,
        letters=letters,
        openid=bool(page_request.service.settings.oidc_issuer),
        form=AccountForm(),
        identity=IdentityForm(),
        linking=LinkForm(),
    )
    return office_page(
        page_request,
        shown,
        title=words("Administration"),
        lead=words("An account belongs to an institution. It may have several roles; no role includes another."),
    )


def _change(change: Callable[[Accounts], Account]) -> Response:
    def action(page_request: PageRequest) -> str:
        account = change(page_request.service.accounts)
        return page_request.words("Changed: {name}. Its sessions have ended.", name=account.name)

    return run_action(PATH, action)


def _show_link(given: str, find: Callable[[Accounts], Account | None]) -> Response | str:
    """Answer with the page itself: a link that opens an account is in no address and in no session."""
    page_request = current_request(PATH)
    accounts = page_request.service.accounts
    try:
        found = find(accounts)
        name = found.name if found else given
        token = accounts.invite(actor(), name)
    except AccountRefused as refused:
        return see_other(page_request.href(PATH), page_request.why(refused), "trouble")
    own = page_request.words.language
    others = [each for each in page_request.service.languages if each not in (own, PSEUDO)]
    link = {each: url_of(address_of(f"/setup/{token}", lang=each)) for each in (own, *others)}
    letters = [
        Letter(lang=each.language, subject=each(SUBJECT), body=each(TEXT, name=name, link=link[each.language]))
        for each in map(words_of, link)
    ]
    return _page(page_request, (name, link[own]), letters)


def _roles(form: AccountForm) -> list[Role]:
    known = {role.value for role in Role}
    return [Role(value) for value in form.role.data if value in known]
