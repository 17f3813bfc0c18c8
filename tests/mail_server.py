"""A mail server for the tests: it speaks SMTP on this machine, keeps what it takes, and refuses or hangs up when told."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from socketserver import StreamRequestHandler, ThreadingTCPServer

GREETING = b"220 mail.example\r\n"


@dataclass
class Mailbox:
    """What came in; `refusals` are answers by command, `at_text` is called when a text is there and not yet answered."""

    port: int = 0
    taken: list[EmailMessage] = field(default_factory=list)
    refusals: dict[str, str] = field(default_factory=dict)
    hangs_up: bool = False
    at_text: Callable[[], object] = lambda: None

    @property
    def ids(self) -> list[str]:
        """The Message-IDs, in the order of arrival."""
        return [str(message["Message-ID"]) for message in self.taken]


def _handler(box: Mailbox) -> type[StreamRequestHandler]:
    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(GREETING)
            for line in self.rfile:
                command = line.split()[0].decode().upper()
                if command == "DATA" and command not in box.refusals:
                    if not self._take():
                        return
                    continue
                self.wfile.write(f"{box.refusals.get(command, '250 done')}\r\n".encode())
                if command == "QUIT":
                    return

        def _take(self) -> bool:
            self.wfile.write(b"354 go on\r\n")
            lines = iter(self.rfile.readline, b".\r\n")
            text = b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)
            box.taken.append(message_from_bytes(text, policy=policy.default))
            box.at_text()
            if not box.hangs_up:
                self.wfile.write(b"250 taken\r\n")
            return not box.hangs_up

    return Handler


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """Run a mail server; yield its mailbox."""
    box = Mailbox()
    with ThreadingTCPServer(("127.0.0.1", 0), _handler(box)) as server:
        box.port = server.server_address[1]
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield box
        server.shutdown()
        thread.join()
