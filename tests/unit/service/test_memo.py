"""What is kept of the latest results, by number and by size."""

from bukhara.service.memo import Memo


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
