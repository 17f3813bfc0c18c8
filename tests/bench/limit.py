"""The yardstick: the same charts on a static page with our bundle of plotly, served by a plain server."""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import brotli

from tests.serving import ROOT

BUNDLE = ROOT / "assets/vendor/plotly-basic.min.js.br"
PAGE = """<!doctype html><meta charset=utf-8><title>static</title>{places}
<script src="plotly.min.js"></script><script>{charts}.forEach((chart, n) =>
  Plotly.newPlot("chart-" + n, chart.data, chart.layout, {{displayModeBar: false}}));</script>"""


class _Handler(http.server.BaseHTTPRequestHandler):
    html: bytes = b""

    def do_GET(self) -> None:
        """Answer the page or the bundle, both compressed."""
        script = self.path.endswith(".js")
        if not script and self.path != "/":
            self.send_error(404)
            return
        body = BUNDLE.read_bytes() if script else brotli.compress(self.html)
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if script else "text/html")
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@contextmanager
def static_page(charts: list[tuple[dict[str, Any], int]]) -> Iterator[str]:
    """Yield the address of a static page that draws figures, each with its height in pixels."""
    places = "".join(
        f'<div class=chart id=chart-{n} style="height:{high}px"></div>' for n, (_, high) in enumerate(charts)
    )
    page = PAGE.format(places=places, charts=json.dumps([figure for figure, _ in charts]))
    handler = type("Handler", (_Handler,), {"html": page.encode()})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
