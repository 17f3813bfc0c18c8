"""The fonts of a page, asked for with it: one that comes later than a tenth of a second is not used for this visit.

The files are Noto Sans with the letters of Russian and of the languages of the five states, without hints (fontTools).
They are named in the page and not in the style sheet: named again when it comes, they would be used then.
"""

from markupsafe import Markup

from web.addresses import address_of

_RANGES = {"latin": "U+0-24F, U+2B9-2DD, U+2010-203A, U+20AC, U+2122", "cyrillic": "U+400-52F, U+2116"}
_WEIGHTS = {"regular": 400, "bold": 700}
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
    """Return what names the fonts of a language and asks for them: “Русский” alone is not worth 26 kB."""
    scripts = ("latin", "cyrillic") if language == "ru" else ("latin",)
    links = (_LINK.format(_address(script, weight)) for script in scripts for weight in _WEIGHTS)
    faces = (
        _FACE.format(number, _address(script, weight), _RANGES[script])
        for script in scripts
        for weight, number in _WEIGHTS.items()
    )
    # names and addresses of our own
    return Markup("").join(links) + Markup(f"<style>{''.join(faces)}{_STAND_IN}</style>")  # noqa: S704


def _address(script: str, weight: str) -> str:
    return address_of(f"/assets/fonts/noto-sans-{script}-{weight}.woff2")
