"""The QR code of an address."""

import io

import segno


def png(address: str) -> bytes:
    """Return the QR code of an address as a small picture."""
    return _made(address, "png")


def svg(address: str) -> str:
    """Return the QR code of an address as a drawing."""
    return _made(address, "svg").decode()


def _made(address: str, kind: str) -> bytes:
    stream = io.BytesIO()
    segno.make(address, error="m", micro=False).save(stream, kind=kind, scale=6, border=2)
    return stream.getvalue()
