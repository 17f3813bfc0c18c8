"""Passwords as they are typed: whatever the keyboard, and however long."""

import pytest

from bukhara.access import passwords

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
