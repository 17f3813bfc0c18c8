# ruff: noqa: N802 - aiosmtpd calls its hooks handle_MAIL and so on
"""A mail server for the tests (aiosmtpd) on this machine: it keeps what it takes, refuses or hangs up when told."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import UnthreadedController
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Mailbox:
    """What came in; `refusals` are answers by command, `at_text` is called when a text is there and not yet answered."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    hangs_up: bool = False
    at_text: Callable[[], object] = lambda: None
    accounts: list[str] = field(default_factory=list)
    """The account with which each letter was sent."""

    @property
    def ids(self) -> list[str]:
        """The Message-IDs, in the order of arrival."""
        return [str(message["Message-ID"]) for message in self.taken]

    async def handle_MAIL(self, _: SMTP, __: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        envelope.mail_from = address
        return self.refusals.get("MAIL", "250 done")

    async def handle_RCPT(self, _: SMTP, __: Session, envelope: Envelope, address: str, options: list[str]) -> str:
        envelope.rcpt_tos.append(address)
        return self.refusals.get("RCPT", "250 done")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if "DATA" in self.refusals:
            return self.refusals["DATA"]
        assert isinstance(envelope.content, bytes)
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        self.accounts.append(session.auth_data or "")
        self.at_text()
        if self.hangs_up:
            assert server.transport
            server.transport.abort()
        return "250 taken"


@contextmanager
def mail_server(tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None) -> Iterator[Mailbox]:
    """Run a mail server; yield its mailbox. With a context it takes letters of one account alone: monitor, secret."""
    box = Mailbox()

    def known(_: SMTP, __: Session, ___: Envelope, ____: str, given: Any) -> AuthResult:
        good = given == LoginPassword(b"monitor", b"secret")
        return AuthResult(success=good, handled=good, auth_data="monitor" if good else None)

    loop = asyncio.new_event_loop()
    controller = UnthreadedController(
        box,
        loop=loop,
        hostname="127.0.0.1",
        port=0,
        ssl_context=tls,
        tls_context=starttls,
        require_starttls=bool(starttls),
        auth_required=bool(tls or starttls),
        auth_require_tls=bool(starttls),
        authenticator=known,
    )
    ready = threading.Event()

    def serve() -> None:
        controller.begin()
        box.port = controller.server.sockets[0].getsockname()[1]
        ready.set()
        loop.run_forever()
        controller.end()
        loop.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    ready.wait()
    yield box
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
