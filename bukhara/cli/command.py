"""The command and its subcommands."""

from pkgutil import resolve_name

import typer

from bukhara.cli import checking, diff, export, framework, operation, releases, serve, user, workbooks
from bukhara.wing import wings

application = typer.Typer(
    name="bukhara",
    help="What became of the Bukhara Declaration: workbooks in, releases kept, open data out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
application.command()(serve.serve)
application.command()(serve.demo)
application.add_typer(framework.application, name="framework")
application.command()(workbooks.template)
application.command()(checking.check)
application.command()(checking.explain)
application.command()(diff.diff)
application.command()(workbooks.publish)
application.add_typer(releases.application, name="releases")
application.add_typer(user.application, name="user")
application.command()(export.export)
application.command()(export.pack)
for wing in wings().values():
    for name, place in wing.commands.items():
        found = resolve_name(place)
        if isinstance(found, typer.Typer):
            application.add_typer(found, name=name)
        else:
            application.command(name)(found)
for command in (
    operation.init,
    operation.backup,
    operation.restore,
    operation.move,
    operation.doctor,
    operation.secret,
):
    application.command()(command)
