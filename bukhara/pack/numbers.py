"""The numbers of slides of one subject, such as "(2/3)", which follow what is kept and in which order."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bukhara.pack.slides import Slide

_NUMBER = re.compile(r" \(\d+/\d+\)$")


def without_number(title: str) -> str:
    """Return the title of a slide without its number among the slides of its subject, such as "(1/3)"."""
    return _NUMBER.sub("", title)


def divided_subject(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Return the slides of one subject with letters of one size; several have their number in title and id."""
    if len(slides) < 2:
        return tuple(slides)
    letters = min(slide.letters for slide in slides)
    return numbered([replace(s, id=f"{s.id}-{n}", letters=letters) for n, s in enumerate(slides, start=1)])


def numbered(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Return slides of one language with the numbers in their titles that they have in this order."""
    totals, seen = Counter(slide.subject for slide in slides), Counter[str]()
    found = []
    for slide in slides:
        seen[slide.subject] += 1
        n, total = seen[slide.subject], totals[slide.subject]
        title = without_number(slide.title)
        found.append(replace(slide, title=f"{title} ({n}/{total})" if total > 1 else title))
    return tuple(found)
