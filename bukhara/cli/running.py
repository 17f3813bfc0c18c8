"""Runs a command and turns exceptions into exit codes; bad input gives no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bukhara.cli import ERRORS, OUTDATED, STOPPED, USAGE
from bukhara.cli.printing import complain
from bukhara.errors import BaseOutdated, BukharaError, FrameworkInvalid, ReleaseUnknown, StoreUnwritable, disk_error

if TYPE_CHECKING:
    from bukhara.model.finding import Finding

_TYPER_USAGE = 2


def run(application: typer.Typer, arguments: list[str]) -> int:
    """Run a command and return its exit code; print an expected error as one line."""
    try:
        code = typer.main.get_command(application).main(args=arguments, prog_name="bukhara", standalone_mode=False)
    except typer.TyperException as error:
        complain(_without_kind(error.format_message()))
        return USAGE if error.exit_code == _TYPER_USAGE else error.exit_code
    except typer.Abort:
        complain("Stopped.")
        return STOPPED
    except ValueError as error:
        return _wrong_setting(error)
    except BukharaError as error:
        return _explain(error)
    except OSError as error:
        complain(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
        _explain_disk(disk_error(error))
        return ERRORS
    return code if isinstance(code, int) else 0


def _wrong_setting(error: ValueError) -> int:
    from pydantic import ValidationError

    if isinstance(error, UnicodeDecodeError):
        # every other text is looked at before it is read
        complain(".env is not written in UTF-8")
        return USAGE
    if not isinstance(error, ValidationError):
        raise error
    for each in error.errors():
        place = ".".join(map(str, each["loc"])) or "file"
        complain(f"setting {place}: {_without_kind(each['msg'])}")
    return USAGE


def _without_kind(message: str) -> str:
    """Return a message of pydantic without the class of its error."""
    return message.replace("Value error, ", "")


def _text_of(finding: Finding) -> str:
    from bukhara.framework import sentence
    from bukhara.i18n.words import words_of

    unreadable = finding.code == "file-unreadable"
    return f"{finding.value} cannot be read" if unreadable else sentence(finding, words_of("en"))


def _explain(error: BukharaError) -> int:
    if isinstance(error, BaseOutdated):
        complain(
            f"The same rows were changed after release {error.base}, from which the workbook was made; "
            f"the newest release is {error.current}. Fetch the template again and repeat the changes there."
        )
        for block in error.blocks:
            complain(f"  {block}")
        return OUTDATED
    if isinstance(error, FrameworkInvalid):
        for finding in error.findings:
            complain(f"framework, line {finding.row or 1}: {_text_of(finding)}")
    elif isinstance(error, ReleaseUnknown):
        complain(f"There is no release {error.number} to go by.")
    else:
        complain(str(error))
        _explain_disk(error)
    return ERRORS


def _explain_disk(error: BukharaError | None) -> None:
    """Say of a disk that is full or cannot be written what the pages say of it."""
    if isinstance(error, StoreUnwritable):
        complain(error.words)
