"""Who reports what, held against the open data: the years of a state with a figure, and those that are masked."""

import json
import re
from collections import defaultdict

from tests.web.reading import get, text

MEASURE = "CTX-unodc-victims"


def years_on_page(html: str, measure: str) -> list[tuple[list[int], list[int]]]:
    """Return published and masked years of a measure, a pair for each state in the order of the columns."""
    row = next(
        r for r in re.findall(r"<tr>(.*?)</tr>", html[html.index('id="measures"') :], re.DOTALL) if f'"{measure}"' in r
    )
    found = []
    for cell in re.findall(r"<td.*?>(.*?)</td>", row, re.DOTALL):
        own = " ".join(text(cell, "en")[0].split())
        published, _, masked = own.partition("masked:")
        found.append((spans(published), spans(masked)))
    return found


def spans(printed: str) -> list[int]:
    years = re.findall(r"(20\d\d)(?:–(20\d\d))?", printed)
    return [year for first, last in years for year in range(int(first), int(last or first) + 1)]


def test_the_years_of_each_state_are_those_of_the_open_data(base) -> None:
    rows = json.loads(get(f"{base}/api/v1/observations?limit=10000&indicator={MEASURE}")[1])["data"]
    kinds = defaultdict(lambda: defaultdict(set))
    for row in rows:
        kinds[row["country"]][int(row["period_start"][:4])].add(row["value"] is None)
    expected = [
        (
            sorted(year for year, masked in kinds[code].items() if False in masked),
            sorted(year for year, masked in kinds[code].items() if masked == {True}),
        )
        for code in ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    ]
    assert sum(len(published) for published, _ in expected) > 20
    html = get(base + "/data-quality")[1]
    assert years_on_page(html, MEASURE) == expected
    assert "no figure" in html[html.index('id="measures"') :]
