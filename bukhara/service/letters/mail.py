"""Sends the letters of the outbox by SMTP, each at most once.

A letter is claimed in the store before it is sent. One that is cut off after its text has begun stays claimed: nobody
knows whether it has arrived, so a person decides.
"""

import smtplib
import ssl
from collections import Counter
from contextlib import closing, suppress
from email.message import EmailMessage
from email.utils import format_datetime

from bukhara.errors import LetterRefused, UnsafeSettings
from bukhara.model.access import Actor, Role
from bukhara.model.letter import LetterState
from bukhara.service.core import Core
from bukhara.service.letters.outbox import Outbox
from bukhara.settings import MailTls, Settings

MAILER = Actor(name="system", roles=frozenset({Role.SECRETARIAT}))
"""The actor that sends: the program itself."""
SECONDS = 60
"""How long each answer of the mail server is waited for; those of one letter take less than it may take."""
_REFUSED, _FOR_GOOD = 400, 500
_GONE = (smtplib.SMTPServerDisconnected, OSError)


class Mail:
    """Sends what is to be sent; called by a timer, never by the web process."""

    def __init__(self, core: Core, outbox: Outbox) -> None:
        self._core, self._outbox = core, outbox

    def send(self) -> Counter[LetterState]:
        """Send every letter that has an address and waits; return how many got how far.

        The first about which the server does not answer ends the run; the next run goes on with the others. Raises
        UnsafeSettings if no mail server is set.
        """
        settings, done = self._core.settings, Counter[LetterState]()
        if not settings.mail_host:
            raise UnsafeSettings("no letter is sent without BUKHARA_MAIL_HOST and BUKHARA_MAIL_SENDER")
        waiting = [each.mark.letter_id for each in self._outbox.lines(MAILER) if each.goes_by_mail]
        if not waiting:
            return done
        try:
            server = _connected(settings)
        except (*_GONE, smtplib.SMTPException):
            return done + Counter(state for each in waiting if (state := self._settled(each, LetterState.FAILED)))
        with closing(server):
            for letter_id in waiting:
                state = self._send(server, letter_id)
                done.update([state] if state else [])
                if state is LetterState.SENDING:
                    return done
            with suppress(*_GONE):
                server.quit()
        return done

    def _send(self, server: smtplib.SMTP, letter_id: str) -> LetterState | None:
        """Send a letter; return how far it got, or None if another sender, or a person, was earlier."""
        try:
            message = self._outbox.message(MAILER, letter_id)
        except LetterRefused:  # what it tells of is over
            return None
        message["From"] = self._core.settings.mail_sender
        message["Date"] = format_datetime(self._core.now())
        message["Auto-Submitted"] = "auto-generated"
        if not self._outbox.claim(MAILER, letter_id):
            return None
        state, reason = _delivered(server, message)
        if state is not LetterState.SENDING:
            self._outbox.settle(MAILER, letter_id, state, reason)
        return state

    def _settled(self, letter_id: str, state: LetterState) -> LetterState | None:
        if not self._outbox.claim(MAILER, letter_id):
            return None
        self._outbox.settle(MAILER, letter_id, state, "")
        return state


def _connected(settings: Settings) -> smtplib.SMTP:
    """Return a connection to the mail server, signed in where the settings name an account there."""
    context = ssl.create_default_context()
    place = settings.mail_host, settings.mail_port
    if settings.mail_tls is MailTls.TLS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(*place, timeout=SECONDS, context=context)
    else:
        server = smtplib.SMTP(*place, timeout=SECONDS)
    try:
        if settings.mail_tls is MailTls.STARTTLS:
            server.starttls(context=context)
        if settings.mail_user and settings.mail_password_file:
            server.login(settings.mail_user, settings.mail_password_file.read_text(encoding="utf-8").strip())
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _delivered(server: smtplib.SMTP, message: EmailMessage) -> tuple[LetterState, str]:
    """Send a letter; return how far it got, and the code with which the server refused it."""
    try:
        for ask, address in ((server.mail, "From"), (server.rcpt, "To")):
            code, _ = ask(message[address])
            if code >= _REFUSED:
                server.rset()
                return _refused(code)
    except _GONE:  # its text was not begun
        return LetterState.FAILED, ""
    try:
        code, _ = server.data(message.as_bytes())
    except smtplib.SMTPDataError as error:
        code = error.smtp_code
    except _GONE:
        return LetterState.SENDING, ""
    return _refused(code) if code >= _REFUSED else (LetterState.SENT, "")


def _refused(code: int) -> tuple[LetterState, str]:
    return (LetterState.REFUSED if code >= _FOR_GOOD else LetterState.FAILED), str(code)
