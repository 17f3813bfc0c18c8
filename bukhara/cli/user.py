"""`bukhara user`: accounts from the command line, by whoever may run commands on this machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bukhara.cli.printing import say, say_json
from bukhara.model.access import Role
from bukhara.service import Service
from bukhara.service.accounts.operator import OPERATOR
from bukhara.settings import Settings

if TYPE_CHECKING:
    from bukhara.model.access import Account

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
    service = Service(Settings())
    password = _password(from_stdin=password_stdin)
    service.accounts.add(OPERATOR, name, role, country, password=password, subject=subject)
    say(f"added {name}")


@application.command("list")
def list_accounts(as_json: Annotated[bool, typer.Option("--json", help="Machine output.")] = False) -> None:
    """List every account."""
    for account in Service(Settings()).accounts.accounts(OPERATOR):
        if as_json:
            say_json(_as_json(account))
        else:
            say(_line(account))


@application.command("set-role")
def set_role(name: Name, role: Roles, country: Country = "") -> None:
    """Give an account other roles, in place of those it has; its sessions end."""
    say(_line(Service(Settings()).accounts.set_roles(OPERATOR, name, role, country)))


@application.command("set-password")
def set_password(name: Name, password_stdin: Stdin = False) -> None:
    """Give an account another password; its sessions end."""
    service = Service(Settings())
    service.accounts.set_password(OPERATOR, name, _password(from_stdin=password_stdin))
    say(f"changed {name}")


@application.command("disable")
def disable(
    name: Name,
    undo: Annotated[bool, typer.Option("--undo", help="Open it again.")] = False,
) -> None:
    """Close an account; its sessions end, what it did stays in the trail."""
    say(_line(Service(Settings()).accounts.disable(OPERATOR, name, disabled=not undo)))


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _as_json(account: Account) -> dict[str, object]:
    return {
        "name": account.name,
        "roles": _roles(account),
        "country": account.country,
        "disabled": account.disabled,
        "subject": account.subject,
    }


def _line(account: Account) -> str:
    told = [account.name, ",".join(_roles(account)), account.country, "disabled" if account.disabled else ""]
    return "  ".join(part for part in told if part)


def _roles(account: Account) -> list[str]:
    return [role.value for role in Role if role in account.roles]
