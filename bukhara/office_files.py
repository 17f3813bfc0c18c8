"""What office files have in common: their maker, texts that XML can hold, and no clock: equal files are equal bytes."""

import io
import re
import zipfile
from datetime import datetime

MAKER = "Bukhara Monitor"
MARK_FONT = "Segoe UI Symbol"
"""The font of the characters of marks."""
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_CORE, _ZIP_TIME = "docProps/core.xml", (1980, 1, 1, 0, 0, 0)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Return a text without control characters and halves of characters, which XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def without_clock(data: bytes, made: datetime, times: re.Pattern[bytes] = _TIMES) -> bytes:
    """Return an Office file, with the workbooks in it, in which every one of the `times` is `made`."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            content = source.read(name)
            if name.endswith(".xlsx"):
                content = without_clock(content, made)
            elif name == _CORE:
                content = times.sub(rb"\g<1>" + made.isoformat().encode() + rb"Z\g<2>", content)
            target.writestr(member, content)
    return result.getvalue()
