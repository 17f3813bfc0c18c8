"""The two bundles of plotly that the static page is measured with: ours (basic), and the larger cartesian one, fetched once."""

import base64
import hashlib
import io
import tarfile
import urllib.request
from pathlib import Path

import brotli

from tests.serving import ROOT

CACHE = Path.home() / ".cache/bukhara-bench"
VERSION = "4.1.1"
"""The version of our own bundle: both draw with the same code."""
ADDRESS = f"https://registry.npmjs.org/plotly.js-cartesian-dist-min/-/plotly.js-cartesian-dist-min-{VERSION}.tgz"
SHA512 = "o8GrFeusncwBIxbBynRJpY4pkgVB6caM+JLpwrLYbbsO7dZ8FJ+SVN2Fr+L7kiG/Z6w4P5O0Jus/Qr5EefHVeg=="
MEMBER = "package/plotly-cartesian.min.js"


def basic() -> bytes:
    """Return the bundle that the dashboard serves, packed with Brotli 11."""
    return (ROOT / "assets/vendor/plotly-basic.min.js.br").read_bytes()


def cartesian() -> bytes:
    """Return the cartesian bundle, packed with Brotli 11; the first call takes it from the npm registry.

    Raises:
        OSError: the registry cannot be reached.
        ValueError: the file has another hash than the one written down here.
    """
    kept = CACHE / f"plotly-cartesian-{VERSION}.min.js.br"
    if not kept.exists():
        with urllib.request.urlopen(ADDRESS, timeout=60) as answer:
            archive = answer.read()
        if base64.b64encode(hashlib.sha512(archive).digest()).decode() != SHA512:
            raise ValueError(f"{ADDRESS} has another hash than the one in {__file__}")
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            member = files.extractfile(MEMBER)
            script = member.read() if member else b""
        CACHE.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(brotli.compress(script, quality=11))
    return kept.read_bytes()
