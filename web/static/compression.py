"""A file that is compressed once, as well as brotli can, and unpacked for who cannot read brotli."""

import brotli
from flask import Response, request


def answer(packed: bytes, content_type: str) -> Response:
    """Return the brotli file `packed` as this request can read it."""
    readable = request.accept_encodings["br"] > 0
    response = Response(packed if readable else brotli.decompress(packed), content_type=content_type)
    response.headers["Vary"] = "Accept-Encoding"
    if readable:
        response.headers["Content-Encoding"] = "br"
    return response
