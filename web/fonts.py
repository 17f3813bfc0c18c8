"""The fonts of a page, asked for with it: one that comes later than a tenth of a second is not used for this visit."""

from markupsafe import Markup

from web.addresses import address_of

_WEIGHTS = ("regular", "bold")
_LINK = Markup('<link rel="preload" as="font" type="font/woff2" crossorigin href="{}">')


def preloads(language: str) -> Markup:
    """Return the links to the fonts of a language: a page in English has no use for Cyrillic letters."""
    scripts = ("latin", "cyrillic") if language == "ru" else ("latin",)
    names = (f"noto-sans-{script}-{weight}" for script in scripts for weight in _WEIGHTS)
    return Markup().join(_LINK.format(address_of(f"/assets/fonts/{name}.woff2")) for name in names)
