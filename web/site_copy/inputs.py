"""What a copy is made from: where all of it is as it was, nothing is drawn again."""

import hashlib
from importlib.metadata import distributions
from pathlib import Path

import bukhara
from bukhara.settings import Settings
from web.site_copy.check import altered

FIRST = "index.html"
"""The file that names what a copy was made from."""
_ROOT = Path(__file__).parents[2]
_SECRET = {"database_url", "secret_key", "oidc_client_secret"}


def inputs_of(settings: Settings, *more: object) -> str:
    """Return the fingerprint of the program, its libraries, the files beside it, its settings and `more`."""
    own = (Path(bukhara.__file__).parent, *(_ROOT / name for name in ("app.py", "assets", "office", "pages", "web")))
    given = (settings.data_dir, settings.framework_file, *([settings.pack_template] if settings.pack_template else []))
    files = sorted(file for part in (*own, *given) for file in (part, *part.rglob("*")) if file.is_file())
    libraries = sorted(f"{each.name} {each.version}" for each in distributions())
    found = hashlib.sha256(repr((settings.model_dump(exclude=_SECRET), libraries, more)).encode())
    for file in files:
        if file.suffix != ".pyc":
            found.update(f"\0{file.name}\0".encode() + file.read_bytes())
    return found.hexdigest()


def is_current(folder: Path, made_from: str) -> bool:
    """Return whether a folder holds the copy that would be made of these inputs, each file as it was written."""
    first = folder / FIRST
    return first.is_file() and made_from in first.read_text(encoding="utf-8") and not any(altered(folder))
