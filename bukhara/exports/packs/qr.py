"""The QR code of an address."""

import io

import segno


def png(address: str) -> bytes:
    """Return the QR code of an address as a small picture."""
    stream = io.BytesIO()
    segno.make(address, error="m", micro=False).save(stream, kind="png", scale=6, border=2)
    return stream.getvalue()
