"""How often a reader with a linear program narrows a protected group, at full size; decision 0028 has the numbers."""

import time
from collections import Counter

from bukhara.disclosure import protect
from tests.properties import disclosure_count
from tests.properties.disclosure_tables import POLICY, SOURCE, invented

SIZES = {"tables": 400, "words": 400, "sequences": 40}
SECONDS = 240
"""Longest time for one attack; fewer tables are attacked on a slow machine, and the number is printed."""


def table() -> None:
    """Print what each attack finds of the rule and of primary suppression alone, and the time of the rule itself."""
    print(
        "\n| attack | under | made | groups | narrowed | changes | narrowed | rows shown |\n|---|---|---|---|---|---|---|---|"
    )
    for attack, size in SIZES.items():
        for rule in disclosure_count.RULES:
            made, found = _attacked(attack, size, rule)
            shown = f"{found['rows shown']} of {found['rows']}"
            print(
                f"| {attack} | {rule} | {made} | {found['groups']} | {found['narrowed']} "
                f"| {found['changes']} | {found['changes narrowed']} | {shown} |"
            )
    _speed()


def _attacked(attack: str, size: int, rule: str) -> tuple[int, Counter[str]]:
    count, end = getattr(disclosure_count, attack), time.monotonic() + SECONDS
    found = count([0], rule)
    made = 1
    while made < size and time.monotonic() < end:
        found += count([made], rule)
        made += 1
    return made, found


def _speed() -> None:
    print("\n| disclosure rule | rows | ms |\n|---|---|---|")
    rows = [row for seed in range(1000) for row in invented(seed).rows()]
    for size in (200, 2000, 20000):
        start = time.perf_counter()
        protect(rows[:size], [SOURCE], POLICY)
        print(f"| one release | {len(rows[:size])} | {(time.perf_counter() - start) * 1000:.0f} |")


if __name__ == "__main__":
    table()
