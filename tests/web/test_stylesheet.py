"""One style sheet for every page: Bootstrap and the project's own, small enough for a slow line."""

import re
import urllib.request

import pytest

from tests.serving import ROOT
from tests.web.reading import get

LARGEST = 30_000
"""Bytes on the wire, packed with Brotli."""


def fetched(address: str) -> tuple[bytes, str]:
    wanted = urllib.request.Request(address, headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(wanted, timeout=20) as answer:
        return answer.read(), answer.headers["Content-Encoding"]


@pytest.mark.parametrize("address", ["/", "/countries/KAZ", "/sign-in"])
def test_a_page_has_one_small_style_sheet_and_sets_the_colour_mode_before_it_is_drawn(base, address) -> None:
    _, page, _ = get(base + address)
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    packed, encoding = fetched(base + sheet)
    assert encoding == "br"
    assert len(packed) <= LARGEST
    head = page[: page.index("</head>")]
    assert head.index("bsTheme") < head.index('rel="stylesheet"')


def test_a_public_page_does_not_load_the_script_of_the_office(base) -> None:
    _, page, _ = get(base + "/")
    assert "client" in page
    assert not re.search(r'src="[^"]*office', page)


def test_no_rule_is_checked_again_for_every_letter_of_a_chart() -> None:
    """A `:has` of a part that holds charts made Statistics twice as slow: its children change while charts are drawn."""
    sheets = "".join(path.read_text() for path in (ROOT / "assets").glob("*.css"))
    assert (
        re.findall(r"(?:^|[\s,}])(?:html|body|main|div|\.page|\.frame[\w-]*|\.wrap|#[\w-]+):has\([^)]*\)", sheets) == []
    )
