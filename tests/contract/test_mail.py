"""Letters go by SMTP at most once, on both engines: each event, a server that refuses, is gone or hangs up, a kill."""

import re
import signal
import ssl
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import trustme

from bukhara.errors import LetterRefused, UnsafeSettings
from bukhara.model.letter import LetterState
from bukhara.model.round import ReplyKind
from bukhara.model.text import Text
from bukhara.service import Service
from bukhara.service.rounds.replies import ReplyWords
from bukhara.settings import MailTls, Settings, refuse_unsafe
from tests.clock import Clock
from tests.contract.processes import FORKS
from tests.mail_server import Mailbox, mail_server
from tests.unit.service.little_data import small_settings
from tests.unit.service.small_record import KAZ, LENA, ROOT, fresh, small_service

STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
ROUND = "round-2026-1"
SENT, DUE = date(2026, 11, 24), date(2026, 12, 20)
ONE = {LetterState.SENT: 1}


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mail_server() as running:
        yield running


def mailing(folder: Path, url: str, port: int, clock: Clock | None = None, **more: Any) -> Service:
    """Return a service that sends to a port of this machine."""
    mail: dict[str, Any] = {"mail_port": port, "mail_tls": MailTls.NONE, "mail_sender": "office@monitor.example"}
    return small_service(folder, clock, database_url=url, mail_host="127.0.0.1", **mail | more)


@pytest.fixture
def service(record_url: str, tmp_path: Path, clock: Clock, box: Mailbox) -> Iterator[Service]:
    """A service with a round, and a contact in each state."""
    made = mailing(tmp_path, record_url, box.port, clock)
    made.rounds.open(LENA, Text.of("Round of 2027"))
    for state in STATES:
        made.rounds.mark(LENA, ROUND, state, contact=f"An office, {state.lower()}@office.example")
    yield made
    made.close()


def ask(service: Service, *states: str) -> None:
    service.rounds.send(LENA, ROUND, states, sent=SENT, due=DUE)


def states_of(service: Service) -> list[tuple[str, str]]:
    return [(each.mark.state.value, each.mark.reason) for each in service.outbox.lines(LENA)]


def test_every_event_is_sent_once_to_its_state(service: Service, clock: Clock, box: Mailbox) -> None:
    def goes(kind: str, *attached: str, to: str = "kaz@office.example") -> None:
        assert service.mail.send() == ONE
        assert service.mail.send() == {}
        message = box.taken[-1]
        assert re.fullmatch(rf"<{kind}-\S+@127\.0\.0\.1>", message["Message-ID"])
        assert (message["To"], message["From"]) == (to, "office@monitor.example")
        assert [part.get_filename() for part in message.iter_attachments()] == [*attached]

    workbook = f"KAZ-{ROUND}.xlsx"
    assert service.mail.send() == {}
    ask(service, "KAZ")
    goes("request", workbook)
    clock.advance(days=27)
    goes("reminder", workbook)
    draft = service.drafts.receive(KAZ, "kaz.xlsx", fresh()).draft_id
    assert service.mail.send() == {}
    service.drafts.submit(KAZ, draft, "Letter 7")
    goes("received")
    item = service.framework().items[0].id
    service.questions.ask(LENA, draft, item, "Which day was it?")
    goes("question")
    [question] = service.questions.open(KAZ)
    service.questions.answer(KAZ, question.question_id, "It was a Monday.")
    goes("answered", to="office@monitor.example")
    service.drafts.approve(LENA, draft, publish_at=datetime(2027, 1, 5, 12, tzinfo=UTC))
    goes("approved")
    clock.advance(days=20)
    service.publish_due()
    goes("published", f"receipt-{draft}.pdf")
    objection = ReplyWords(
        kind=ReplyKind.OBJECTION, words="Earlier.", lang="en", body="Ministry", given_on=clock.moment.date()
    )
    reply = service.replies.give(KAZ, item, objection)
    service.replies.publish(LENA, "KAZ")
    assert service.mail.send() == {}
    service.decisions.keep_coding(LENA, reply.reply_id, "The source says so.")
    goes("objection")
    assert len(box.ids) == len(set(box.ids)) == 8
    assert not any("@" in row.detail for row in service.accounts.audit_taken(ROOT))


@pytest.mark.parametrize("again", [True, False])
def test_one_that_is_cut_off_waits_for_a_person_who_says_sent_or_again(
    service: Service, clock: Clock, box: Mailbox, again: bool
) -> None:
    ask(service, "KAZ")
    box.hangs_up = True
    assert service.mail.send() == {LetterState.SENDING: 1}
    box.hangs_up = False
    [line] = service.outbox.lines(LENA)
    assert not line.perhaps_sent
    with pytest.raises(LetterRefused):
        service.outbox.send_again(LENA, line.mark.letter_id)
    clock.advance(minutes=6)
    assert service.mail.send() == {}
    [line] = service.outbox.lines(LENA)
    assert line.perhaps_sent
    (service.outbox.send_again if again else service.outbox.mark_sent)(LENA, line.mark.letter_id)
    assert service.mail.send() == (ONE if again else {})
    assert box.ids == [f"<request-{ROUND}-KAZ.{SENT}@127.0.0.1>"] * (2 if again else 1)


def send_all(folder: Path, url: str, port: int) -> int:
    made = mailing(folder, url, port)
    done = made.mail.send()
    made.close()
    return done[LetterState.SENT]


def test_a_sender_that_is_killed_before_the_answer_leaves_a_letter_that_was_perhaps_sent(
    service: Service, clock: Clock, box: Mailbox, tmp_path: Path
) -> None:
    ask(service, "KAZ", "UZB")
    process = FORKS.Process(target=send_all, args=(tmp_path, service.settings.database_url, box.port))
    box.at_text = lambda: (process.kill(), process.join(60))
    process.start()
    process.join(120)
    assert process.exitcode == -signal.SIGKILL
    box.at_text = lambda: None
    clock.advance(minutes=6)
    assert service.mail.send() == ONE
    assert box.ids == [f"<request-{ROUND}-{state}.{SENT}@127.0.0.1>" for state in ("KAZ", "UZB")]
    assert [each.mark.country for each in service.outbox.lines(LENA) if each.perhaps_sent] == ["KAZ"]


def test_two_senders_at_once_send_each_letter_once(service: Service, box: Mailbox, tmp_path: Path) -> None:
    ask(service, *STATES)
    with FORKS.Pool(2) as pool:
        sent = pool.starmap(send_all, [(tmp_path, service.settings.database_url, box.port)] * 2, chunksize=1)
    assert sum(sent) == len(box.ids) == len(set(box.ids)) == 5
    assert states_of(service) == [("sent", "")] * 5


def test_what_the_server_refuses_waits_for_a_person_with_its_code_alone(service: Service, box: Mailbox) -> None:
    ask(service, "KAZ", "UZB")
    box.refusals["RCPT"] = "550 no such box: kaz@office.example"
    assert service.mail.send() == {LetterState.REFUSED: 2}
    assert states_of(service) == [("refused", "550")] * 2
    box.refusals.clear()
    assert service.mail.send() == {}
    service.outbox.send_again(LENA, f"request-{ROUND}-KAZ")
    assert service.mail.send() == ONE


@pytest.mark.parametrize("command", ["RCPT", "DATA", "MAIL"])
def test_what_the_server_refuses_for_now_is_tried_again(service: Service, box: Mailbox, command: str) -> None:
    ask(service, "KAZ")
    box.refusals[command] = "451 later"
    assert service.mail.send() == {LetterState.FAILED: 1}
    assert (states_of(service), box.taken) == ([("failed", "451")], [])
    box.refusals.clear()
    assert service.mail.send() == ONE


def test_a_server_that_is_not_there_loses_no_letter(service: Service, clock: Clock, tmp_path: Path) -> None:
    ask(service, "KAZ", "UZB")
    with mail_server() as other:
        port = other.port
    away = mailing(tmp_path, service.settings.database_url, port, clock)
    assert away.mail.send() == {LetterState.FAILED: 2}
    away.close()
    assert states_of(service) == [("failed", "")] * 2
    assert service.mail.send() == {LetterState.SENT: 2}


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # aiosmtpd does not see that the whole connection is TLS
@pytest.mark.parametrize("how", [MailTls.TLS, MailTls.STARTTLS])
def test_over_tls_it_signs_in_and_sends_only_to_a_server_whose_certificate_it_can_check(
    service: Service, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: MailTls
) -> None:
    ask(service, "KAZ")
    authority, context = trustme.CA(), ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    password = tmp_path / "password"
    password.write_text("secret\n")
    with mail_server(**{how.value: context}) as box:
        signed_in = {"mail_tls": how, "mail_user": "monitor", "mail_password_file": password}
        over_tls = mailing(tmp_path, service.settings.database_url, box.port, clock, **signed_in)
        assert over_tls.mail.send() == {LetterState.FAILED: 1}
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        password.write_text("wrong\n")
        assert over_tls.mail.send() == {LetterState.FAILED: 1}
        password.write_text("secret\n")
        assert over_tls.mail.send() == ONE
        over_tls.close()
    assert box.accounts == ["monitor"]


def test_a_state_without_an_address_is_shown_and_not_sent_to(service: Service, box: Mailbox) -> None:
    service.rounds.mark(LENA, ROUND, "KAZ", contact="An office")
    ask(service, "KAZ")
    assert service.mail.send() == {}
    [line] = service.outbox.lines(LENA)
    assert (line.to, line.is_open, box.taken) == ("", True, [])


@pytest.mark.parametrize(
    "given",
    [
        {"mail_host": "mail.example"},
        {"mail_sender": "office@monitor.example"},
        {"mail_host": "mail.example", "mail_sender": "office@monitor.example", "mail_user": "monitor"},
    ],
)
def test_half_a_mail_server_is_refused(tmp_path: Path, given: dict[str, str]) -> None:
    with pytest.raises(UnsafeSettings, match="go together"):
        refuse_unsafe(Settings(_env_file=None, var_dir=tmp_path, **given))


def test_without_a_mail_server_nothing_is_sent(tmp_path: Path) -> None:
    with pytest.raises(UnsafeSettings, match="BUKHARA_MAIL_HOST"):
        Service(small_settings(tmp_path)).mail.send()
