"""Addresses on this site: every link, form, file and redirect of a page takes its own from here."""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

from flask import current_app


def address_of(path: str, query: Mapping[str, str] | None = None, /, **more: str) -> str:
    """Return the address of a path with a query, without those of its values that are empty."""
    given = tuple((name, value) for name, value in {**(query or {}), **more}.items() if value)
    return f"{base_path()}{path}?{_encoded(given)}" if given else f"{base_path()}{path}"


@lru_cache(maxsize=256)
def _encoded(query: tuple[tuple[str, str], ...]) -> str:
    """Return a query as text; most links of a page have the same one."""
    return urlencode(query)


def path_of(address: str) -> str:
    """Return the path of an address as routes and pages have it."""
    return address.removeprefix(base_path())


def base_path() -> str:
    """Return what comes before every path: nothing, or the folder of another site in which this one is served."""
    root: str = current_app.config["APPLICATION_ROOT"]
    return root.rstrip("/")
