"""How ministries shorten the name of an institution: without the state, in initials, in first syllables."""

from collections.abc import Iterable, Iterator

from bukhara.workbook.letters import matched

_STEM, _SYLLABLE = 6, 3
_LINKS = frozenset({"of", "the", "and", "for", "и", "по", "при", "в"})


def short_names(name: str, state: Iterable[str]) -> Iterator[str]:
    """Yield short forms of a name, as `matched`; `state` are the names of its state.

    “Министерство внутренних дел Республики Таджикистан” is also “Министерство внутренних дел”, “МВД” and “МВД РТ”,
    “Генеральная прокуратура” is also “Генпрокуратура”. A name without its state, as of an association, has none.
    """
    words, stems = name.split(), {word[:_STEM].casefold() for each in state for word in each.split()}
    end = len(words)
    while end > 1 and (words[end - 1][:_STEM].casefold() in stems or words[end - 1].casefold() in _LINKS):
        end -= 1
    own, of_state = words[:end], _initials(words[end:])
    if len(own) < 2 or not of_state:
        return
    joined = own[0][:_SYLLABLE]
    forms = [" ".join(own), _initials(own), *(joined + own[1][:n] for n in range(_SYLLABLE, len(own[1]) + 1))]
    yield from (matched(form + tail) for form in forms for tail in ("", f" {of_state}"))


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word.casefold() not in _LINKS)
