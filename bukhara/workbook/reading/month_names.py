"""The names of the months in English and Russian, in any case, whole or cut short."""

_ENGLISH = "january february march april may june july august september october november december".split()  # noqa: SIM905
_RUSSIAN = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()  # noqa: SIM905
_ENDINGS = {"ь": ("я", "е"), "й": ("я", "е"), "т": ("та", "те")}
_SHORTEST = 3


def month_of(name: str) -> int:
    """Return the number of a month, or 0 for another word."""
    word = name.casefold()
    return next((number for number in range(1, 13) if _is_month(word, number)), 0)


def _is_month(word: str, number: int) -> bool:
    english, russian = _ENGLISH[number - 1], _RUSSIAN[number - 1]
    cases = {russian[:-1] + ending for ending in _ENDINGS[russian[-1]]}
    return len(word) >= _SHORTEST and (english.startswith(word) or russian.startswith(word) or word in cases)
