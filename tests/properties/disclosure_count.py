"""How often a reader with a linear program narrows a protected group; counted for any rule that shows rows."""

from collections import Counter
from collections.abc import Iterable

from bukhara.disclosure import protect
from bukhara.model.codes import State
from tests.properties import disclosure_words
from tests.properties.disclosure_releases import Reader, changes, protected, sequence
from tests.properties.disclosure_tables import (
    POLICY,
    SOURCE,
    attacked,
    every_row,
    invented,
    is_narrowed,
    is_undivided,
    learnt,
    primary_alone,
    secrets,
)


def the_rule(rows):
    return protect(rows, [SOURCE], POLICY)


RULES = {"the rule": (the_rule, False), "primary suppression alone": (primary_alone, True)}
"""What a rule shows, and whether a reader knows of every withheld row that it is small."""


def tables(seeds: Iterable[int], rule: str = "the rule") -> Counter[str]:
    """Attack tables of two fields and linked tables, each with all its totals."""
    show, each_is_small = RULES[rule]
    return _tables([invented(seed) for seed in seeds], show, every_row if each_is_small else is_undivided)


def words(seeds: Iterable[int], rule: str = "the rule") -> Counter[str]:
    """Attack tables in which one thing has several words."""
    show, each_is_small = RULES[rule]
    every = [disclosure_words.citizens(seed) for seed in seeds]
    return _tables(every, show, every_row if each_is_small else is_undivided)


def sequences(seeds: Iterable[int], rule: str = "the rule") -> Counter[str]:
    """Attack twenty releases of a table at once: the groups of the last one, and the changes between neighbours."""
    show, each_is_small = RULES[rule]
    return sum((_sequence(seed, show, each_is_small) for seed in seeds), Counter())


def _tables(every, show, is_small) -> Counter[str]:
    found: Counter[str] = Counter()
    for table in every:
        shown = show(table.rows())
        known = learnt(table, shown, is_small)
        ranges = [attacked(table, known, group) for group in secrets(table)]
        found += _counted(ranges) + Counter(tables=1, **{"tables with one": any(is_narrowed(*r) for r in ranges)})
        found += Counter(rows=len(shown), **{"rows shown": sum(r.state is State.VALUE for r in shown)})
    return found


def _sequence(seed: int, show, each_is_small) -> Counter[str]:
    held = sequence(seed)
    shown = [show(release.rows()) for release in held.releases]
    reader, last = Reader(held, shown, every_row if each_is_small else is_undivided), len(held.releases) - 1
    found = _counted([reader.range(reader.line(last, group)) for group in protected(held)])
    moved = [(reader.line(n, held.releases[n].inside(key)), n, key) for n, key in changes(held)]
    steps = [reader.range(now - reader.line(n - 1, held.releases[n - 1].inside(key))) for now, n, key in moved]
    found += Counter(changes=len(steps), **{"changes narrowed": sum(is_narrowed(*step) for step in steps)})
    rows = [row for release in shown for row in release]
    return found + Counter(rows=len(rows), **{"rows shown": sum(r.state is State.VALUE for r in rows)}, sequences=1)


def _counted(ranges) -> Counter[str]:
    narrowed = sum(is_narrowed(*each) for each in ranges)
    return Counter(groups=len(ranges), narrowed=narrowed)


def sentence(name: str, found: Counter[str]) -> str:
    """One line for people."""
    return f"{name}: " + ", ".join(f"{number} {what}" for what, number in found.items())
