"""What is kept of the latest results, by number and by size."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event, get_ident

import pytest

from bukhara.service.reading.memo import Memo


class Maker:
    """Makes values and counts how often."""

    def __init__(self) -> None:
        self.made = []

    def get(self, memo: Memo, key: str, value: object = None) -> object:
        def make():
            self.made.append(key)
            return key if value is None else value

        return memo.get(key, make)


def test_the_results_used_last_are_kept() -> None:
    memo, maker = Memo(2), Maker()
    for key in "abacab":
        maker.get(memo, key)
    assert "".join(maker.made) == "abcb"


def test_results_are_kept_up_to_their_size_in_all() -> None:
    memo, maker = Memo(10, len), Maker()
    for key, size in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("a", 4), ("b", 4)):
        maker.get(memo, key, b"x" * size)
    assert "".join(maker.made) == "abcb"


def test_a_result_larger_than_the_limit_is_returned_and_displaces_nothing() -> None:
    memo, maker = Memo(10, len), Maker()
    maker.get(memo, "a", b"x" * 9)
    assert len(maker.get(memo, "b", b"x" * 11)) == 11
    maker.get(memo, "a", b"x" * 9)
    assert maker.made == ["a", "b"]


def test_with_a_limit_of_zero_nothing_is_kept() -> None:
    memo, maker = Memo(0, len), Maker()
    assert [maker.get(memo, "a", b"x"), maker.get(memo, "a", b"x")] == [b"x", b"x"]
    assert maker.made == ["a", "a"]


class LookedUp:
    """A key that tells when a second thread has looked it up: that thread then waits for the first, or makes its own."""

    def __init__(self) -> None:
        self.first = get_ident()
        self.by_second = 0
        self.second_waits = Event()

    def __hash__(self) -> int:
        self.by_second += get_ident() != self.first
        if self.by_second == 2:  # among the kept ones, and among those that are being made
            self.second_waits.set()
        return 1


@pytest.mark.parametrize("error", [None, OSError("no space left")])
def test_who_asks_while_a_result_is_made_waits_for_it(error: OSError | None) -> None:
    memo, key, pool = Memo(2), LookedUp(), ThreadPoolExecutor(1)
    waiting = []

    def make() -> str:
        waiting.append(pool.submit(memo.get, key, lambda: "made twice"))
        key.second_waits.wait(10)
        if error:
            raise error
        return "made once"

    with pool, suppress(OSError):
        assert memo.get(key, make) == "made once"
    if error:
        assert waiting[0].exception() is error
    else:
        assert waiting[0].result() == "made once"
    assert memo.get(key, lambda: "made later") == ("made later" if error else "made once")
