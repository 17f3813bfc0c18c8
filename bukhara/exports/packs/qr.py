"""The QR code of an address."""

import io

import segno


def qr_code(address: str, kind: str) -> bytes:
    """Return the QR code of an address as `png` or `svg`."""
    stream = io.BytesIO()
    segno.make(address, error="m", micro=False).save(stream, kind=kind, scale=6, border=2)
    return stream.getvalue()
