"""The fonts of a page, asked for with it: one that comes later than a tenth of a second is not used for this visit.

The files are Noto Sans with the letters of Russian and of the languages of the five states, without hints (fontTools).
Cyrillic is one file with every weight (fontsource 5.3.0); Latin is two, because the one that has its signs is heavier.
They are named in the page and not in the style sheet: named again when it comes, they would be used then.
"""

from markupsafe import Markup

from bukhara.model.languages import language_of
from web.addresses import address_of

_LATIN, _CYRILLIC = "U+0-24F, U+2B9-2DD, U+2010-203A, U+20AC, U+2122", "U+400-52F, U+2116"
_FACES = (
    *(("latin-regular", 400, _LATIN), ("latin-bold", 700, _LATIN)),
    # a face for each weight: one for both would be of another set than those of Latin, and never used beside them
    *(("cyrillic", 400, _CYRILLIC), ("cyrillic", 700, _CYRILLIC)),
)
_LINK = Markup('<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">')
_FACE = (
    '@font-face {{ font-family: "Noto Sans"; font-weight: {}; font-display: optional; '
    'src: url("{}") format("woff2"); unicode-range: {} }}'
)
# as wide and as high, so that as much fits on a line
_STAND_IN = (
    '@font-face { font-family: "Noto Sans stand-in"; src: local("Arial"), local("Liberation Sans"); '
    "size-adjust: 107%; ascent-override: 99.9%; descent-override: 27.4%; line-gap-override: 0% }"
)


def of_page(language: str) -> Markup:
    """Return what names the fonts of a language and asks for them: a name of a language alone is not worth 12 kB."""
    named = [
        (weight, address_of(f"/assets/fonts/noto-sans-{name}.woff2"), letters)
        for name, weight, letters in _FACES
        if language_of(language).is_cyrillic or letters != _CYRILLIC
    ]
    links = map(_LINK.format, dict.fromkeys(address for _, address, _ in named))
    faces = (_FACE.format(*each) for each in named)
    # names and addresses of our own
    return Markup("").join(links) + Markup(f"<style>{''.join(faces)}{_STAND_IN}</style>")  # noqa: S704
