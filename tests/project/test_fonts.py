"""The fonts of the pages: small, with every letter of the languages in which states write."""

import pytest
from PIL import ImageFont

from tests.serving import ROOT

LETTERS = {
    "latin": "AaZz09ÇçÄäÖöŞşŇňÝýŽžOʻoʻGʻgʻ–—“”„…‰€",  # Turkmen, Uzbek
    "cyrillic": "АаЯяЁё№ӘәҒғҚқҢңӨөҰұҮүҺһІіӢӣӮӯҲҳҶҷЎўҖҗ",  # Russian, Kazakh, Kyrgyz, Tajik, Uzbek, Turkmen
}
FOLDER = ROOT / "assets" / "fonts"


@pytest.mark.parametrize("name", ["latin-regular", "latin-bold", "cyrillic"])
def test_a_font_has_the_letters_of_the_five_states(name) -> None:
    font = ImageFont.truetype(str(FOLDER / f"noto-sans-{name}.woff2"), 40)
    missing = bytes(font.getmask(chr(0xE000)))
    assert [letter for letter in LETTERS[name.split("-")[0]] if bytes(font.getmask(letter)) == missing] == []


def test_the_fonts_of_a_russian_page_weigh_at_most_40_kilobytes() -> None:
    assert sum(file.stat().st_size for file in FOLDER.glob("*.woff2")) <= 40_000
