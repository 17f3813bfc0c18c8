"""Addresses on this site: every link, form, file and redirect of a page takes its own from here."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from flask import Flask, current_app, request

from bukhara.wing import merged


def register(server: Flask, folder: str) -> None:
    """Serve the site in a folder of another one; a proxy may pass the folder on, or take it away."""
    server.config["APPLICATION_ROOT"] = folder or "/"
    if folder:
        served = server.wsgi_app

        def in_folder(environ: Any, start_response: Any) -> Iterable[bytes]:
            inside = _inside(environ["PATH_INFO"], folder)
            return served({**environ, "SCRIPT_NAME": folder, "PATH_INFO": inside}, start_response)

        server.wsgi_app = in_folder  # type: ignore[method-assign]


def address_of(path: str, query: Mapping[str, str] | None = None, /, **more: str) -> str:
    """Return the address of a path with a query, without those of its values that are empty."""
    given = tuple((name, value) for name, value in {**(query or {}), **more}.items() if value)
    return f"{base_path()}{path}?{_encoded(given)}" if given else f"{base_path()}{path}"


@lru_cache(maxsize=256)
def _encoded(query: tuple[tuple[str, str], ...]) -> str:
    """Return a query as text; most links of a page have the same one."""
    return urlencode(query)


def table_address(name: str, query: Mapping[str, str] | None = None) -> str:
    """Return the address of a table of open data as a file; empty where no wing has such an address."""
    path: str = merged("table_files").get(name, "")
    return path and address_of(path, query)


def path_of(address: str) -> str:
    """Return the path of an address as routes and pages have it."""
    return _inside(address, base_path())


def url_of(address: str) -> str:
    """Return the whole address, as readers type it, of one on this site."""
    settings = current_app.config["SERVICE"].settings
    return (settings.origin if settings.base_url else request.host_url.rstrip("/")) + address


def base_path() -> str:
    """Return what comes before every path: nothing, or the folder of another site in which this one is served."""
    root: str = current_app.config["APPLICATION_ROOT"]
    return root.rstrip("/")


def _inside(path: str, folder: str) -> str:
    inside = path.removeprefix(folder)
    return inside or "/" if inside[:1] in ("", "/", "?", "#") else path
