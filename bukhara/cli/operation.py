"""`bukhara init`, `backup`, `restore`, `move`, `doctor` and `secret`: for whoever runs the server."""

import secrets
from pathlib import Path
from typing import Annotated

import typer

from bukhara.cli.printing import say, say_json, waiting

Target = Annotated[Path, typer.Argument(metavar="FILE", help="File to write.", dir_okay=False, resolve_path=True)]
Source = Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", exists=True, dir_okay=False)]


def init() -> None:
    """Make a new store, also in place of a lost one; it is filled with the shipped workbooks."""
    from bukhara.service import Service
    from bukhara.settings import Settings

    service = Service(Settings())
    with waiting("Making the store"):
        number = service.init()
    service.close()
    say(f"made the store, release {number}")


def backup(file: Target) -> None:
    """Write the whole store to a file, while the server runs; the file is read back before it gets its name."""
    from bukhara.service.operation import backups
    from bukhara.settings import Settings

    with waiting("Writing the backup"):
        label = backups.make(Settings(), file)
    say(f"{file}  release {label['release']}  sha256 {label['sha256']}")


def restore(file: Source) -> None:
    """Put a backup in place of the store; no server may run. The present store is put aside, not deleted."""
    from bukhara.service.operation import backups, var_folder
    from bukhara.settings import Settings

    settings = Settings()
    with waiting("Restoring"):
        label, aside = backups.restore(settings, file, server_runs=var_folder.server_runs(settings))
    say(f"restored release {label['release']}, of {label['made_at']}")
    if aside:
        say(f"the store that was there is kept as {aside}")


def move(address: Annotated[str, typer.Argument(metavar="ADDRESS", help="As BUKHARA_DATABASE_URL has it.")]) -> None:
    """Put the whole store into an empty database, SQLite or PostgreSQL, and compare every row; no server may run."""
    from bukhara.service.operation import backups, var_folder
    from bukhara.settings import Settings

    settings = Settings()
    with waiting("Moving"):
        rows = backups.move(settings, address, server_runs=var_folder.server_runs(settings))
    for table, number in rows.items():
        say(f"{table}  {number}")
    say(f"{sum(rows.values())} rows were moved and are equal; write the new address into BUKHARA_DATABASE_URL")


def doctor(as_json: Annotated[bool, typer.Option("--json", help="One JSON object a check.")] = False) -> None:
    """Check settings, files and store. Exit code 1 if something must be mended; warnings alone give 0."""
    from dataclasses import asdict

    from bukhara.service import utc_now
    from bukhara.service.operation import doctor
    from bukhara.settings import Settings

    results = doctor.examine(Settings(), utc_now())
    for result in results:
        if as_json:
            say_json(asdict(result))
        elif result.reason:
            say(f"{'FAIL' if result.failed else 'WARN'}  {result.check}: {result.reason}\n      {result.cure}")
        else:
            say(f"ok    {result.check}")
    raise typer.Exit(int(any(result.failed for result in results)))


def secret() -> None:
    """Print a new key for BUKHARA_SECRET_KEY; every machine of one site has the same."""
    say(secrets.token_hex(32))
