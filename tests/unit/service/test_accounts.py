"""Accounts through the service: who gets in, what ends sessions and links, what the audit log holds."""

import json

import pytest

from bukhara.access import passwords
from bukhara.errors import AccountRefused, SignInPaused
from bukhara.model.access import OPERATOR, Actor, Role
from bukhara.service import Service
from tests.clock import Clock
from tests.quick_passwords import SHIPPED
from tests.unit.service.little_data import small_settings

WORDS = "four quiet words here"
HERE, THERE = "192.0.2.1", "192.0.2.2"
ADMIN = Actor(name="root", roles=frozenset({Role.ADMIN}))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Settings whose store is made once; each test works on a copy."""
    folder = tmp_path_factory.mktemp("accounts")
    settings = small_settings(folder)
    service = Service(settings, Clock())
    service.accounts.add(OPERATOR, "root", [Role.ADMIN], password=WORDS)
    service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    service.close()
    return settings


@pytest.fixture
def service(home, tmp_path, clock) -> Service:
    (tmp_path / "bukhara.sqlite").write_bytes((home.var_dir / "bukhara.sqlite").read_bytes())
    url = f"sqlite:///{tmp_path / 'bukhara.sqlite'}"
    return Service(home.model_copy(update={"var_dir": tmp_path, "database_url": url}), clock)


def audit_rows(service: Service) -> list[tuple[str, str, dict[str, object]]]:
    return [(e.actor, e.action, json.loads(e.detail)) for e in service.opened().audit()]


def test_name_and_password_lead_to_the_account(service) -> None:
    account = service.accounts.sign_in(" Lena ", WORDS, address=HERE)
    assert account is not None
    assert account.actor == Actor(name="lena", roles=frozenset({Role.SECRETARIAT}))


@pytest.mark.parametrize(("name", "password"), [("lena", "wrong"), ("nobody", WORDS), ("", ""), ("lena", "")])
def test_everything_else_leads_nowhere(service, name, password) -> None:
    assert service.accounts.sign_in(name, password, address=HERE) is None


def test_an_unknown_name_costs_the_same_work_as_a_wrong_password(service, monkeypatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr("bukhara.service.accounts.accounts.is_match", lambda stored, _: seen.append(stored) or False)
    service.accounts.sign_in("nobody", WORDS, address=HERE)
    service.accounts.disable(OPERATOR, "lena")
    service.accounts.sign_in("lena", WORDS, address=HERE)
    assert seen == ["", ""]
    assert not passwords.is_match("", WORDS)
    hasher, of_nobody = SHIPPED
    assert not hasher.check_needs_rehash(of_nobody)


def test_a_password_is_kept_as_argon2id_alone(service) -> None:
    with service.opened().connect() as connection:
        rows = connection.exec_driver_sql("SELECT password_hash FROM account").scalars().all()
    assert all(row.startswith("$argon2id$") for row in rows)


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaaaaaa", "x" * 12 + "y" * 200, ""])
def test_a_weak_password_is_refused_with_a_reason(service, password) -> None:
    with pytest.raises(AccountRefused):
        service.accounts.set_password(OPERATOR, "lena", password)


def test_a_sign_that_the_store_drops_makes_no_new_name_to_try(service) -> None:
    for tries in range(5):
        service.accounts.sign_in("lena" + "\0" * tries, "wrong", address=HERE)
    with pytest.raises(SignInPaused):
        service.accounts.sign_in("\0lena\0", WORDS, address=HERE)


def test_tries_are_slowed_more_and_more_and_the_right_password_works_afterwards(service, clock) -> None:
    waits = []
    for _ in range(9):
        try:
            service.accounts.sign_in("lena", "wrong", address=HERE)
        except SignInPaused as paused:
            waits.append(paused.seconds)
            clock.advance(seconds=paused.seconds)
            service.accounts.sign_in("lena", "wrong", address=HERE)
    assert waits == [2, 4, 8, 16]
    clock.advance(hours=-2)
    with pytest.raises(SignInPaused) as paused:
        service.accounts.sign_in("lena", WORDS, address=HERE)
    assert paused.value.seconds == 32
    clock.advance(hours=2)
    with pytest.raises(SignInPaused):
        service.accounts.sign_in("lena", WORDS, address=HERE)
    clock.advance(seconds=32)
    assert service.accounts.sign_in("lena", WORDS, address=HERE)


def test_a_name_that_is_not_there_is_slowed_in_the_same_way(service) -> None:
    for _ in range(5):
        service.accounts.sign_in("nobody", "wrong", address=HERE)
    with pytest.raises(SignInPaused) as paused:
        service.accounts.sign_in("nobody", "wrong", address=HERE)
    assert paused.value.seconds == 2


def test_one_address_is_slowed_over_many_names(service, monkeypatch) -> None:
    monkeypatch.setattr("bukhara.service.accounts.accounts.is_match", lambda *_: False)
    for number in range(30):
        service.accounts.sign_in(f"name{number}", "wrong", address=HERE)
    with pytest.raises(SignInPaused):
        service.accounts.sign_in("another", "wrong", address=HERE)
    assert service.accounts.sign_in("another", "wrong", address=THERE) is None


def test_strangers_at_many_addresses_cannot_shut_out_who_was_here_before(service, monkeypatch) -> None:
    assert service.accounts.sign_in("lena", WORDS, address=HERE)
    with monkeypatch.context() as patched:
        patched.setattr("bukhara.service.accounts.accounts.is_match", lambda *_: False)
        for number in range(20):
            service.accounts.sign_in("lena", "wrong", address=f"198.51.100.{number}")
        with pytest.raises(SignInPaused) as paused:
            service.accounts.sign_in("lena", "wrong", address="198.51.100.99")
        assert paused.value.seconds <= 60
    assert service.accounts.sign_in("lena", WORDS, address=HERE)


def test_many_people_can_sign_in_from_one_address(service, monkeypatch) -> None:
    monkeypatch.setattr("bukhara.service.accounts.accounts.is_match", lambda _, password: password == WORDS)
    for _ in range(40):
        assert service.accounts.sign_in("lena", WORDS, address=HERE)
        assert service.accounts.sign_in("root", WORDS, address=HERE)


def test_an_account_of_ones_own_does_not_clear_the_count_of_the_address(service, monkeypatch) -> None:
    monkeypatch.setattr("bukhara.service.accounts.accounts.is_match", lambda _, password: password == WORDS)
    for number in range(29):
        service.accounts.sign_in(f"name{number}", "wrong", address=HERE)
    assert service.accounts.sign_in("lena", WORDS, address=HERE)
    assert service.accounts.sign_in("another", "wrong", address=HERE) is None
    with pytest.raises(SignInPaused):
        service.accounts.sign_in("one more", "wrong", address=HERE)


def test_what_was_typed_as_a_name_is_kept_nowhere(service, tmp_path) -> None:
    service.accounts.sign_in("my-secret-password", "wrong", address=HERE)
    service.close()
    assert b"my-secret-password" not in (tmp_path / "bukhara.sqlite").read_bytes()
    assert audit_rows(service)[-1] == ("", "sign_in_refused", {"address": HERE})


def test_a_commission_needs_one_of_the_states(service) -> None:
    for country in ("", "ZZZ"):
        with pytest.raises(AccountRefused, match="one of the states"):
            service.accounts.add(OPERATOR, "kaz-commission", [Role.COMMISSION], country)
    assert service.accounts.add(OPERATOR, "kaz-commission", [Role.COMMISSION], "KAZ").country == "KAZ"


def test_who_is_no_commission_has_no_state(service) -> None:
    assert service.accounts.add(OPERATOR, "otto", [Role.ORGANISER], "KAZ").country == ""


@pytest.mark.parametrize("name", ["", "a", "Имя", "with space", "operator", "system", "-x", "a" * 41, "a@b"])
def test_a_name_that_no_account_may_have_is_refused(service, name) -> None:
    with pytest.raises(AccountRefused):
        service.accounts.add(OPERATOR, name, [Role.SECRETARIAT])


def test_a_name_is_given_once(service) -> None:
    with pytest.raises(AccountRefused, match="already"):
        service.accounts.add(OPERATOR, "LENA", [Role.SECRETARIAT])


def test_an_account_without_a_role_is_refused(service) -> None:
    with pytest.raises(AccountRefused, match="role"):
        service.accounts.add(OPERATOR, "idle", [Role.VIEWER])


def test_the_last_administrator_stays(service) -> None:
    for step in (
        lambda: service.accounts.disable(ADMIN, "root"),
        lambda: service.accounts.set_roles(ADMIN, "root", [Role.SECRETARIAT]),
    ):
        with pytest.raises(AccountRefused, match="last account"):
            step()
    service.accounts.add(ADMIN, "second", [Role.ADMIN])
    assert service.accounts.disable(ADMIN, "root").disabled


@pytest.mark.parametrize(
    "change",
    [
        lambda accounts: accounts.disable(OPERATOR, "lena"),
        lambda accounts: accounts.set_roles(OPERATOR, "lena", [Role.ORGANISER]),
        lambda accounts: accounts.set_password(OPERATOR, "lena", "another four quiet words"),
        lambda accounts: accounts.set_subject(OPERATOR, "lena", "sub-1"),
    ],
)
def test_a_changed_account_ends_its_sessions(service, change) -> None:
    account = service.accounts.account("lena")
    tokens = [service.sessions.begin("{}", account) for _ in range(2)]
    change(service.accounts)
    assert [service.sessions.find(token) for token in tokens] == [None, None]


def test_a_session_ends_after_an_hour_of_rest_and_after_twelve_of_work(service, clock) -> None:
    account = service.accounts.account("lena")
    resting, working = service.sessions.begin("{}", account), service.sessions.begin("{}", account)
    for _ in range(23):
        clock.advance(minutes=30)
        service.sessions.used(working, service.sessions.find(working))
        if _ == 0:
            assert service.sessions.find(resting)
    assert service.sessions.find(resting) is None
    assert service.sessions.find(working)
    clock.advance(minutes=30)
    assert service.sessions.find(working) is None


def test_a_session_made_while_the_clock_was_ahead_ends_when_it_is_set_right(service, clock) -> None:
    account = service.accounts.account("lena")
    clock.advance(minutes=3)
    of_another_machine = service.sessions.begin("{}", account)
    clock.advance(minutes=30)
    ahead = service.sessions.begin("{}", account)
    clock.advance(minutes=-33)
    assert service.sessions.find(of_another_machine)
    assert service.sessions.find(ahead) is None


def test_a_link_works_once(service) -> None:
    token = service.accounts.invite(ADMIN, "lena")
    assert service.accounts.redeem(token, "another four quiet words").name == "lena"
    assert service.accounts.sign_in("lena", "another four quiet words", address=HERE)
    with pytest.raises(AccountRefused, match="already been used or has expired"):
        service.accounts.redeem(token, "yet another four quiet words")


def test_a_link_is_over_after_a_day(service, clock) -> None:
    token = service.accounts.invite(ADMIN, "lena")
    clock.advance(hours=24)
    with pytest.raises(AccountRefused, match="already been used or has expired"):
        service.accounts.invited(token)


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "' OR 1=1 --"])
def test_a_guessed_link_opens_nothing(service, token) -> None:
    with pytest.raises(AccountRefused):
        service.accounts.redeem(token, WORDS)


def test_a_newer_link_or_a_closed_account_ends_the_older_one(service) -> None:
    older, newer = service.accounts.invite(ADMIN, "lena"), service.accounts.invite(ADMIN, "lena")
    with pytest.raises(AccountRefused):
        service.accounts.invited(older)
    assert service.accounts.invited(newer).account == "lena"
    service.accounts.disable(ADMIN, "lena")
    with pytest.raises(AccountRefused):
        service.accounts.invited(newer)


def test_the_first_link_makes_the_first_administrator_and_no_second_one(tmp_path, clock) -> None:
    service = Service(small_settings(tmp_path), clock)
    printed_first, token = service.accounts.first_link(), service.accounts.first_link()
    account = service.accounts.redeem(token, WORDS, "Chief")
    assert (account.name, account.roles) == ("chief", frozenset({Role.ADMIN}))
    for used in (token, printed_first):
        with pytest.raises(AccountRefused):
            service.accounts.redeem(used, WORDS, "second")
    assert service.accounts.first_link() is None


def test_a_link_is_kept_as_its_hash(service, tmp_path) -> None:
    token = service.accounts.invite(ADMIN, "lena")
    service.close()
    assert token.encode() not in (tmp_path / "bukhara.sqlite").read_bytes()


def test_ones_own_password_needs_the_present_one(service) -> None:
    lena = service.accounts.account("lena").actor
    with pytest.raises(AccountRefused, match="not correct"):
        service.accounts.own_password(lena, "wrong", "another four quiet words")
    service.accounts.own_password(lena, WORDS, "another four quiet words")
    assert service.accounts.sign_in("lena", "another four quiet words", address=HERE)


def test_the_present_password_cannot_be_guessed_from_inside(service, monkeypatch) -> None:
    lena = service.accounts.account("lena").actor
    for _ in range(5):
        with pytest.raises(AccountRefused):
            service.accounts.own_password(lena, "wrong", "another four quiet words")
    with pytest.raises(SignInPaused):
        service.accounts.own_password(lena, "wrong", "another four quiet words")


def test_every_step_leaves_one_line_with_before_and_after(service) -> None:
    before = len(audit_rows(service))
    service.accounts.set_roles(ADMIN, "lena", [Role.ORGANISER])
    service.accounts.disable(ADMIN, "lena")
    service.accounts.disable(ADMIN, "lena", disabled=False)
    service.accounts.sign_in("lena", WORDS, address=HERE)
    service.accounts.sign_in("lena", "wrong", address=HERE)
    service.accounts.audit_taken(ADMIN)
    rows = audit_rows(service)[before:]
    assert [(by, what) for by, what, _ in rows] == [
        ("root", "account_roles"),
        ("root", "account_disable"),
        ("root", "account_enable"),
        ("lena", "sign_in"),
        ("lena", "sign_in_refused"),
        ("root", "audit_export"),
    ]
    assert rows[0][2] == {
        "account": "lena",
        "before": {"roles": ["secretariat"], "country": ""},
        "after": {"roles": ["organiser"], "country": ""},
    }


def test_a_page_of_the_audit_log_is_of_one_actor_and_one_action(service) -> None:
    for _ in range(3):
        service.accounts.sign_in("lena", WORDS, address=HERE)
    page = service.accounts.audit_page(ADMIN, by="lena", action="sign_in")
    assert (page.total, {entry.actor for entry in page.entries}) == (3, {"lena"})
    assert "operator" in page.actors
    assert "account_add" in page.actions


def test_an_identity_belongs_to_one_account(service) -> None:
    service.accounts.set_subject(ADMIN, "lena", "sub-1")
    with pytest.raises(AccountRefused, match="identity"):
        service.accounts.add(ADMIN, "other", [Role.ORGANISER], subject="sub-1")
    assert service.accounts.sign_in_by_subject("sub-1", address=HERE).name == "lena"
    assert service.accounts.sign_in_by_subject("", address=HERE) is None
    service.accounts.disable(ADMIN, "lena")
    assert service.accounts.sign_in_by_subject("sub-1", address=HERE) is None


LONGEST = ("four quiet words here " * 10)[: passwords.LONGEST]


def test_a_letter_and_its_accent_may_be_one_sign_or_two() -> None:
    stored = passwords.hash_password("четыре тихих слова \u0439")
    assert passwords.is_match(stored, "четыре тихих слова \u0438\u0306")


def test_a_password_without_end_is_not_read_to_its_end(monkeypatch) -> None:
    seen: list[int] = []
    plain = passwords.normalize
    monkeypatch.setattr(passwords, "normalize", lambda form, text: seen.append(len(text)) or plain(form, text))
    assert not passwords.is_match("", "a" + "\u0301\u0327" * 20_000)
    assert seen == [passwords.LONGEST]


def test_what_only_begins_like_the_password_is_another_one() -> None:
    stored = passwords.hash_password(LONGEST)
    assert not passwords.is_match(stored, LONGEST + "x")
    assert passwords.is_match(stored, LONGEST)


@pytest.mark.parametrize(
    "password",
    ["password1234", "Password123!", "qwertyuiop12", "administrator", "111111222222", "йцукенгшщзхъ", "secretariat12",
     "Kazakhstan2026", "bukhara-monitor"],
)  # fmt: skip
def test_a_password_that_lists_lead_to_is_refused(password: str) -> None:
    assert passwords.refusal_reason("secretariat", password)


@pytest.mark.parametrize("password", ["four quiet words here", "четыре тихих слова", "Tashkent-2026!vK"])
def test_several_words_are_accepted_in_any_language(password: str) -> None:
    assert passwords.refusal_reason("secretariat", password) == ""


def test_a_long_password_is_judged_at_once() -> None:
    assert passwords.refusal_reason("lena", "ab" * 100)
