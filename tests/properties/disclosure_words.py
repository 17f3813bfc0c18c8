"""Tables in which one thing has several words: two units for a person, a heading over codes, a year in a label."""

import itertools
import random
from dataclasses import dataclass

from tests.properties.disclosure_tables import ALL, SEXES, Invented, row

CITIZENS, FOREIGN = ("KAZ", "UZB", "KGZ"), "foreign"
UNDATED = {"period_start": None, "period_end": None}


@dataclass(frozen=True)
class Citizens(Invented):
    """Persons by sex and citizenship, in two words for a person, the year dated or only named."""

    def inside(self, key) -> frozenset[int]:
        return frozenset(
            n
            for n, (sex, *_, citizenship) in enumerate(self.atoms)
            if key[0] in (ALL, sex) and (key[3] in (ALL, citizenship) or (key[3] == FOREIGN and citizenship != "KAZ"))
        )

    def rows(self):
        def given(n, key):
            undated = {**UNDATED, "period_label": "2023"} if n % 3 == 0 else {}
            return {"sex": key[0], "citizenship": key[3], "counting_unit": ("victim", "person")[n % 2], **undated}

        return [row(float(self.true(self.inside(k))), **given(n, k)) for n, k in enumerate(self.keys)]


def citizens(seed: int) -> Citizens:
    chance = random.Random(f"citizens {seed}")
    scale = chance.choice([2, 5, 15, 60])
    fields = (SEXES, (ALL,), (ALL,), CITIZENS)
    atoms = {atom: int(chance.expovariate(1 / scale)) for atom in itertools.product(*fields)}
    keys = [(sex, ALL, ALL, c) for sex in (ALL, *SEXES) for c in (ALL, FOREIGN, *CITIZENS)]
    chance.shuffle(keys)
    return Citizens(fields, atoms, tuple(keys))
