"""The key for signatures of form tokens: from the settings, else made once and stored for all workers."""

import os
import secrets
from pathlib import Path

from bukhara.errors import UnsafeSettings
from bukhara.settings import Settings

FILE = "secret.key"


def secret_key(settings: Settings) -> str:
    """Return the secret key; raise UnsafeSettings if it is not set and cannot be stored."""
    if settings.secret_key:
        return settings.secret_key
    try:
        settings.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _kept(settings.var_dir / FILE)
    except OSError as error:
        raise UnsafeSettings(f"no secret key can be kept in {settings.var_dir}; set BUKHARA_SECRET_KEY") from error


def _kept(path: Path) -> str:
    """Return the key in the file; if several processes create it at once, all use that of the first."""
    if not path.is_file():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")
