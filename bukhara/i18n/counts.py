"""How many themes are in place, in the one form that pages, files and slides use."""

from bukhara.i18n.words import Words


def in_place_text(low: int, high: int, n: int, words: Words) -> str:
    """Return the bounds (k, k + m, n) as "k of n in place; no information on m more".

    If m is zero, the second half is left out.

    >>> in_place_text(5, 10, 14, words_of("en"))
    '5 of 14 in place; no information on 5 more'
    """
    if low == high:
        return words("{k} of {n} in place", k=words.number(low), n=words.number(n))
    return words(
        "{k} of {n} in place; no information on {m} more",
        k=words.number(low),
        n=words.number(n),
        m=words.number(high - low),
    )
