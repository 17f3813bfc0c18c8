"""Accounts: sign-in, roles, passwords, links to choose a password, and the audit log."""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bukhara.access import Action
from bukhara.access.passwords import hash_password, is_match, needs_rehash, refusal_reason
from bukhara.errors import AccountRefused
from bukhara.model.access import PROGRAM, Account, Actor, Role
from bukhara.model.audit import AuditAction
from bukhara.model.messages import N_
from bukhara.service.accounts.account_rules import checked_name, checked_roles, is_admin, keep_an_admin, normal
from bukhara.service.accounts.sessions import token_hash
from bukhara.service.accounts.throttle import Guard
from bukhara.service.core import Core
from bukhara.store import AuditEntry, AuditPage, audit_log, sessions
from bukhara.store import accounts as stored_accounts
from bukhara.store.accounts import Invitation, StoredAccount

LINK_LIVES = timedelta(hours=24)
PAGE_SIZE = 50
FIRST, PASSWORD = "first", "password"
_NO_ACCOUNT = N_("There is no account of that name.")
_LINK_OVER = N_("This link has already been used or has expired. Please ask for a new one.")


class Accounts:
    """Accounts: sign-in, roles, passwords, links to choose a password, and the audit log."""

    def __init__(self, core: Core) -> None:
        self._core, self._audit = core, core.audit

    def sign_in(self, name: str, password: str, *, address: str, browser: str = "") -> Account | None:
        """Return the account with this name and password, or None; both take the same time.

        Tries are counted by `browser`, the id of one in which this name signed in before, else by `address`. Raises
        SignInPaused after too many attempts, whether or not the name exists.
        """
        name, now = normal(name), self._core.now()
        guard = Guard(name, browser or address, known_browser=bool(browser))
        with self._core.opened().transaction() as connection:
            guard.count(connection, now)
            found = stored_accounts.find(connection, name)
        usable = found is not None and not found.account.disabled
        right = is_match(found.password_hash if found and usable else "", password)
        with self._core.opened().transaction() as connection:
            # Read again: the account may have changed while the password was tried.
            same = stored_accounts.find(connection, name) == found
            if not (found and right and same):
                self._record_refused(connection, found, address)
                return None
            guard.succeed(connection, now)
            if needs_rehash(found.password_hash):
                stored_accounts.change(connection, found.account, hash_password(password))
            self._audit(connection, found.account.name, AuditAction.SIGN_IN, address=address)
        return found.account

    def sign_in_by_subject(self, subject: str, *, address: str) -> Account | None:
        """Return the account for an identity of the OpenID provider; None if it does not exist or is disabled."""
        with self._core.opened().transaction() as connection:
            found = stored_accounts.by_subject(connection, subject)
            if found is None or found.account.disabled:
                self._record_refused(connection, found, address)
                return None
            self._audit(connection, found.account.name, AuditAction.SIGN_IN, address=address, way="openid")
        return found.account

    def signed_out(self, actor: Actor) -> None:
        """Record that somebody signed out; the caller ends the session."""
        self._core.authorize(actor, Action.OWN_ACCOUNT)
        with self._core.opened().transaction() as connection:
            self._audit(connection, actor.name, AuditAction.SIGN_OUT)

    def account(self, name: str) -> Account | None:
        """Return the account of a name, or None."""
        with self._core.opened().connect() as connection:
            found = stored_accounts.find(connection, normal(name))
        return found.account if found else None

    def accounts(self, actor: Actor) -> tuple[Account, ...]:
        """Return all accounts by name."""
        self._core.authorize(actor, Action.ACCOUNTS)
        with self._core.opened().connect() as connection:
            return stored_accounts.every(connection)

    def add(
        self,
        actor: Actor,
        name: str,
        roles: Iterable[Role],
        country: str = "",
        *,
        password: str = "",
        subject: str = "",
    ) -> Account:
        """Add an account; without a password, its user chooses one by a link."""
        self._core.authorize(actor, Action.ACCOUNTS)
        name = checked_name(name)
        kept, state = checked_roles(roles, country, self._states())
        _refuse_weak(name, password, needed=False)
        account = Account(name=name, roles=kept, country=state, subject=subject.strip())
        secret = hash_password(password) if password else ""
        with self._core.opened().transaction() as connection:
            if stored_accounts.find(connection, name):
                raise AccountRefused(N_("There is an account of that name already."))
            _refuse_shared(connection, account)
            stored_accounts.add(connection, account, secret, self._core.now())
            self._audit(
                connection, actor.name, AuditAction.ACCOUNT_ADD, account=name, roles=sorted(kept), country=state
            )
        return account

    def set_roles(self, actor: Actor, name: str, roles: Iterable[Role], country: str = "") -> Account:
        """Change the roles of an account; its sessions end."""
        self._core.authorize(actor, Action.ACCOUNTS)
        kept, state = checked_roles(roles, country, self._states())
        with self._core.opened().transaction() as connection:
            before = _found(connection, name).account
            after = self._changed(connection, before, roles=kept, country=state)
            was = {"roles": sorted(before.roles), "country": before.country}
            now = {"roles": sorted(kept), "country": state}
            self._audit(connection, actor.name, AuditAction.ACCOUNT_ROLES, account=after.name, before=was, after=now)
        return after

    def set_subject(self, actor: Actor, name: str, subject: str) -> Account:
        """Set the identity of an account at the OpenID provider; its sessions end."""
        self._core.authorize(actor, Action.ACCOUNTS)
        with self._core.opened().transaction() as connection:
            before = _found(connection, name).account
            _refuse_shared(connection, replace(before, subject=subject.strip()))
            after = self._changed(connection, before, subject=subject.strip())
            self._audit(
                connection, actor.name, AuditAction.ACCOUNT_SUBJECT, account=after.name, set=bool(after.subject)
            )
        return after

    def set_password(self, actor: Actor, name: str, password: str) -> Account:
        """Set the password of an account; its sessions and links end."""
        self._core.authorize(actor, Action.ACCOUNTS)
        _refuse_weak(normal(name), password)
        with self._core.opened().transaction() as connection:
            after = self._new_password(connection, _found(connection, name).account, password)
            self._audit(connection, actor.name, AuditAction.ACCOUNT_PASSWORD, account=after.name)
        return after

    def own_password(self, actor: Actor, old: str, new: str, *, address: str = "") -> Account:
        """Change one's own password; every session of the account ends, and the caller begins a new one."""
        self._core.authorize(actor, Action.OWN_ACCOUNT)
        guard = Guard(actor.name, f"own:{address}")
        with self._core.opened().transaction() as connection:
            guard.count(connection, self._core.now())
            found = _found(connection, actor.name)
        if not is_match(found.password_hash, old):
            with self._core.opened().transaction() as connection:
                self._audit(connection, actor.name, AuditAction.OWN_PASSWORD_REFUSED, address=address)
            raise AccountRefused(N_("The present password is not correct."))
        _refuse_weak(actor.name, new)
        with self._core.opened().transaction() as connection:
            guard.succeed(connection, self._core.now())
            after = self._new_password(connection, _found(connection, actor.name).account, new)
            self._audit(connection, actor.name, AuditAction.OWN_PASSWORD)
        return after

    def disable(self, actor: Actor, name: str, *, disabled: bool = True) -> Account:
        """Close an account, or open it again; its sessions and links end. Its actions stay in the audit log."""
        self._core.authorize(actor, Action.ACCOUNTS)
        with self._core.opened().transaction() as connection:
            after = self._changed(connection, _found(connection, name).account, disabled=disabled)
            self._end_links(connection, after)
            done = AuditAction.ACCOUNT_DISABLE if disabled else AuditAction.ACCOUNT_ENABLE
            self._audit(connection, actor.name, done, account=after.name)
        return after

    def invite(self, actor: Actor, name: str) -> str:
        """Return the token of a link by which a password is chosen, once, within 24 hours."""
        self._core.authorize(actor, Action.ACCOUNTS)
        with self._core.opened().transaction() as connection:
            account = _found(connection, name).account
            if account.disabled:
                raise AccountRefused(N_("This account is closed; open it again first."))
            token = self._link(connection, account.name, PASSWORD)
            self._audit(connection, actor.name, AuditAction.ACCOUNT_LINK, account=account.name)
        return token

    def first_link(self) -> str | None:
        """Return the token of the link for the first administrator; or None if there is an administrator."""
        with self._core.opened().transaction() as connection:
            if any(is_admin(account) for account in stored_accounts.every(connection)):
                return None
            token = self._link(connection, "", FIRST)
            self._audit(connection, PROGRAM, AuditAction.FIRST_LINK)
        return token

    def invited(self, token: str) -> Invitation:
        """Return the account and purpose of a link; raise AccountRefused if it was used or has expired."""
        with self._core.opened().connect() as connection:
            return self._invitation(connection, token)

    def redeem(self, token: str, password: str, name: str = "") -> Account:
        """Set the password of an account by its link; for the first administrator also the name."""
        invited = self.invited(token)
        chosen = checked_name(name) if invited.purpose == FIRST else invited.account
        _refuse_weak(chosen, password)
        with self._core.opened().transaction() as connection:
            self._invitation(connection, token)
            if invited.purpose == FIRST:
                account = self._first_admin(connection, chosen, password)
            else:
                account = self._new_password(connection, _found(connection, chosen).account, password)
            stored_accounts.spend(connection, invited.account, invited.purpose, self._core.now())
            self._audit(connection, account.name, AuditAction.LINK_USED, purpose=invited.purpose)
        return account

    def visit_before(self, actor: Actor) -> datetime | None:
        """Return when `actor` signed in before the last time, or None at the first visit."""
        with self._core.opened().connect() as connection:
            page = audit_log.page(connection, by=actor.name, action=AuditAction.SIGN_IN.value, number=1, size=2)
        return datetime.fromisoformat(page.entries[1].at) if len(page.entries) > 1 else None

    def audit_page(self, actor: Actor, *, by: str = "", action: str = "", number: int = 1) -> AuditPage:
        """Return a page of the audit log, newest first, filtered by actor and action if they are given."""
        self._core.authorize(actor, Action.AUDIT)
        with self._core.opened().connect() as connection:
            return audit_log.page(connection, by=by, action=action, number=number, size=PAGE_SIZE)

    def audit_taken(self, actor: Actor) -> tuple[AuditEntry, ...]:
        """Return the audit log for download, and record the download."""
        self._core.authorize(actor, Action.AUDIT)
        with self._core.opened().transaction() as connection:
            self._audit(connection, actor.name, AuditAction.AUDIT_EXPORT)
            return audit_log.all_entries(connection)

    def _first_admin(self, connection: Connection, name: str, password: str) -> Account:
        if any(is_admin(account) for account in stored_accounts.every(connection)):
            raise AccountRefused(_LINK_OVER)
        if stored_accounts.find(connection, name):
            raise AccountRefused(N_("There is an account of that name already."))
        account = Account(name=name, roles=frozenset({Role.ADMIN}))
        stored_accounts.add(connection, account, hash_password(password), self._core.now())
        return account

    def _invitation(self, connection: Connection, token: str) -> Invitation:
        found = stored_accounts.invitation(connection, token_hash(token))
        if found is None or found.expires_at <= self._core.now():
            raise AccountRefused(_LINK_OVER)
        return found

    def _link(self, connection: Connection, name: str, purpose: str) -> str:
        token, now = secrets.token_urlsafe(32), self._core.now()
        stored_accounts.invite(connection, token_hash(token), Invitation(name, purpose, now + LINK_LIVES), now)
        return token

    def _end_links(self, connection: Connection, account: Account) -> None:
        stored_accounts.spend(connection, account.name, PASSWORD, self._core.now())

    def _new_password(self, connection: Connection, account: Account, password: str) -> Account:
        after = self._changed(connection, account, password_hash=hash_password(password))
        self._end_links(connection, after)
        return after

    def _changed(
        self, connection: Connection, account: Account, *, password_hash: str | None = None, **changes: Any
    ) -> Account:
        """Store the changes of an account and end its sessions; return the account as it is now."""
        after = replace(account, **changes, version=account.version + 1)
        keep_an_admin(stored_accounts.every(connection), after)
        stored_accounts.change(connection, after, password_hash)
        sessions.end_all(connection, after.name)
        return after

    def _record_refused(self, connection: Connection, found: StoredAccount | None, address: str) -> None:
        """Record a refused attempt to sign in, with the name if there is such an account."""
        name = found.account.name if found else ""
        self._audit(connection, name, AuditAction.SIGN_IN_REFUSED, address=address)

    def _states(self) -> frozenset[str]:
        return frozenset(country.code for country in self._core.framework().countries)


def _found(connection: Connection, name: str) -> StoredAccount:
    found = stored_accounts.find(connection, normal(name))
    if found is None:
        raise AccountRefused(_NO_ACCOUNT)
    return found


def _refuse_weak(name: str, password: str, *, needed: bool = True) -> None:
    reason = refusal_reason(name, password) if password or needed else ""
    if reason:
        raise AccountRefused(reason)


def _refuse_shared(connection: Connection, account: Account) -> None:
    other = stored_accounts.by_subject(connection, account.subject)
    if other is not None and other.account.name != account.name:
        raise AccountRefused(N_("Another account has that identity already."))
