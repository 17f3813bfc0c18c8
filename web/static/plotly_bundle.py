"""The chart library from our own small bundle, compressed beforehand; Dash asks for it by its usual address."""

from pathlib import Path

from flask import Flask, Response, request

from web.static.compression import answer

ADDRESS = "/plotly/package_data/plotly.min.js"


def register(server: Flask, file: Path) -> None:
    """Answer Dash's request for plotly with `file` (brotli), unpacked for who cannot read brotli."""
    packed = file.read_bytes()

    def bundle() -> Response | None:
        return answer(packed, "text/javascript") if request.path.endswith(ADDRESS) else None

    server.before_request(bundle)
