"""Passwords as they are typed: whatever the keyboard, and however long."""

from __future__ import annotations

from bukhara.access import passwords

LONGEST = ("four quiet words here " * 10)[: passwords.LONGEST]


def test_a_letter_and_its_accent_may_be_one_sign_or_two() -> None:
    stored = passwords.hashed("четыре тихих слова \u0439")
    assert passwords.matches(stored, "четыре тихих слова \u0438\u0306")


def test_a_password_without_end_is_not_read_to_its_end(monkeypatch) -> None:
    seen: list[int] = []
    plain = passwords.normalize
    monkeypatch.setattr(passwords, "normalize", lambda form, text: seen.append(len(text)) or plain(form, text))
    assert not passwords.matches("", "a" + "\u0301\u0327" * 20_000)
    assert seen == [passwords.LONGEST]


def test_what_only_begins_like_the_password_is_another_one() -> None:
    stored = passwords.hashed(LONGEST)
    assert not passwords.matches(stored, LONGEST + "x")
    assert passwords.matches(stored, LONGEST)
