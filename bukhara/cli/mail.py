"""`bukhara mail send`: the letters of the outbox by SMTP, for a timer."""

import typer

from bukhara.cli import ERRORS, options
from bukhara.cli.printing import say

application = typer.Typer(help="Letters of the outbox by mail.", no_args_is_help=True)


@application.callback()
def mail() -> None:
    """Send the letters that wait in the outbox."""


@application.command("send")
def send() -> None:
    """Send each letter that waits, at most once. Exit code 1 if one was not sent, or perhaps was."""
    from bukhara.model.letter import LetterState

    service = options.current_service()
    done = service.mail.send()
    service.close()
    say("  ".join(f"{state.value} {done[state]}" for state in LetterState if done[state]) or "nothing to send")
    if done.total() != done[LetterState.SENT]:
        raise typer.Exit(ERRORS)
