"""`bukhara user`: accounts from the command line, for anybody who may run commands on this machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli import options
from bukhara.cli.printing import say
from bukhara.model.access import Role

if TYPE_CHECKING:
    from bukhara.model.access import Account, Actor
    from bukhara.service.accounts.accounts import Accounts

application = typer.Typer(help="Accounts: who may do what.", no_args_is_help=True)


def _upper(code: str) -> str:
    return code.upper()


Name = Annotated[str, typer.Argument(metavar="NAME", help="Small Latin letters, digits, dots, hyphens.")]
Roles = Annotated[list[Role], typer.Option("--role", help="A role; may be given several times.")]
Country = Annotated[str, typer.Option(metavar="CODE", help="State of a commission, such as KAZ.", callback=_upper)]
Stdin = Annotated[bool, typer.Option("--password-stdin", help="Read the password from standard input.")]


@application.command("add")
def add(
    name: Name,
    role: Roles,
    country: Country = "",
    password_stdin: Stdin = False,
    subject: Annotated[str, typer.Option(help="Identity at the OpenID provider (sub).")] = "",
) -> None:
    """Add an account; the password is asked for, or read from standard input."""
    accounts, operator = _accounts()
    password = _password(from_stdin=password_stdin)
    accounts.add(operator, name, role, country, password=password, subject=subject)
    say(f"added {name}")


@application.command("list")
def list_accounts() -> None:
    """List every account."""
    accounts, operator = _accounts()
    for account in accounts.accounts(operator):
        say(_line(account))


@application.command("set-role")
def set_role(name: Name, role: Roles, country: Country = "") -> None:
    """Give an account other roles, in place of those it has; its sessions end."""
    accounts, operator = _accounts()
    say(_line(accounts.set_roles(operator, name, role, country)))


@application.command("set-password")
def set_password(name: Name, password_stdin: Stdin = False) -> None:
    """Give an account another password; its sessions end."""
    accounts, operator = _accounts()
    accounts.set_password(operator, name, _password(from_stdin=password_stdin))
    say(f"changed {name}")


@application.command("disable")
def disable(name: Name, undo: Annotated[bool, typer.Option("--undo", help="Open it again.")] = False) -> None:
    """Close an account; its sessions end, what it did stays in the audit log."""
    accounts, operator = _accounts()
    say(_line(accounts.disable(operator, name, disabled=not undo)))


def _accounts() -> tuple[Accounts, Actor]:
    """Return the accounts, and the actor that represents a user of this machine."""
    from bukhara.model.access import OPERATOR

    return options.current_service().accounts, OPERATOR


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _line(account: Account) -> str:
    roles = ",".join(role for role in Role if role in account.roles)
    parts = [account.name, roles, account.country, "disabled" if account.disabled else ""]
    return "  ".join(part for part in parts if part)
