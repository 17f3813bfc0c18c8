"""What office files have in common: their maker, the codes of languages, and no clock: equal packs are equal bytes."""

import io
import re
import zipfile
from datetime import datetime, time

from bukhara.pack import Pack

MAKER = "Bukhara Monitor"
LANGUAGES = {"en": "en-GB", "ru": "ru-RU"}
"""The languages of a pack, as office programs name them."""
MARK_FONT = "Segoe UI Symbol"
"""The font of the characters of marks."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_CORE, _EMBEDDED = "docProps/core.xml", ".xlsx"


def moment(pack: Pack) -> datetime:
    """Return the time that the properties of a file name: the start of the day of the answers."""
    return datetime.combine(pack.as_of, time())


def without_clock(data: bytes, made: datetime) -> bytes:
    """Return an Office file, with the workbooks in it, in which every time is `made`."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            target.writestr(member, _fixed(name, source.read(name), made))
    return result.getvalue()


def _fixed(name: str, content: bytes, made: datetime) -> bytes:
    if name.endswith(_EMBEDDED):
        return without_clock(content, made)
    return _TIMES.sub(rb"\g<1>" + made.isoformat().encode() + rb"Z\g<2>", content) if name == _CORE else content
