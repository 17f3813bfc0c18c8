"""The conclusions of the conference: each with its words, who else proposed it, the first step that counts, and what came since."""

import re

from tests.record.test_statements import CONCLUSIONS
from tests.web.reading import get, text


def rows(html: str) -> dict[str, str]:
    """Return the rows of the table by the number of the conclusion."""
    return dict(re.findall(r'<tr id="conclusion-([\d.]+)">(.*?)</tr>', html, re.DOTALL))


def test_the_eleven_conclusions_are_listed_with_their_lines(base) -> None:
    found = rows(get(base + "/conclusions")[1])
    lines = {number: re.search(r"#L(\d+)", row)[1] for number, row in found.items()}
    assert lines == {item.removeprefix("AC-"): str(line) for item, line in CONCLUSIONS.items()}
    assert list(lines) == ["1", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "3", "4", "5", "6"]


def test_a_conclusion_says_who_else_proposed_it_and_that_no_source_names_a_lead(base) -> None:
    html = get(base + "/conclusions")[1]
    found = {number: " ".join(text(row, "en")[0].split()) for number, row in rows(html).items()}
    assert "The National Commission of Uzbekistan put forward the idea" in found["1"]
    assert "Rodnik suggested a technical resource library" in found["2.5"]
    assert "nobody else in the record" in found["5"]
    assert html.count("No source names a lead, a next step or a date.") == 1
    assert not any("Not named by any source." in row for row in found.values())
    assert "A draft is before the five states" in found["1"]
