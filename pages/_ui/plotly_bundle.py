"""The chart library from our own small bundle, compressed beforehand; Dash asks for it by its usual address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import brotli
from flask import Flask, Response, request

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "/plotly/package_data/plotly.min.js"


def register(server: Flask, file: Path) -> None:
    """Answer Dash's request for plotly with `file` (brotli), unpacked for who cannot read brotli."""
    packed = file.read_bytes()

    def answer() -> Response | None:
        if not request.path.endswith(ADDRESS):
            return None
        return _packed(packed) if request.accept_encodings["br"] > 0 else _plain(packed)

    server.before_request(answer)


def _packed(bundle: bytes) -> Response:
    response = Response(bundle, content_type="text/javascript")
    response.headers.update({"Content-Encoding": "br", "Vary": "Accept-Encoding"})
    return response


def _plain(bundle: bytes) -> Response:
    response = Response(brotli.decompress(bundle), content_type="text/javascript")
    response.headers["Vary"] = "Accept-Encoding"
    return response
