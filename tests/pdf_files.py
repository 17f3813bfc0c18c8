"""Small PDF files, made object by object, to try what is hidden in them."""

import zlib

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>"
PAGES = (b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")
HIDDEN = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"


def pdf(*objects: bytes, before: bytes = b"", trailer: bytes = b"") -> bytes:
    """Return a PDF of one page with its table of objects; the first one is the catalogue."""
    content, starts = b"%PDF-1.7\n" + before, []
    for number, found in enumerate((*(objects or (CATALOGUE,)), *PAGES[len(objects[1:]) :]), 1):
        starts.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, found)
    lines = b"".join(b"%010d 00000 n \n" % each for each in starts)
    table = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n" % (len(starts) + 1, lines)
    end = b"<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(starts) + 1, trailer, len(content))
    return content + table + end


def packed(catalogue: bytes, kind: bytes = b"/Type /ObjStm") -> bytes:
    """Return a PDF whose catalogue is in a packed stream of objects."""

    def stream(entries: bytes, body: bytes) -> bytes:
        data = zlib.compress(body)
        return b"<< %b /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (entries, len(data), data)

    content, starts = b"%PDF-1.7\n", {}
    numbered = {2: PAGES[0], 3: PAGES[1], 4: stream(kind + b" /N 1 /First 4", b"1 0 " + catalogue)}
    for number, found in numbered.items():
        starts[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, found)
    rows = [(0, 0, 255), (2, 4, 0), *((1, starts[n], 0) for n in numbered), (1, len(content), 0)]
    table = b"".join(bytes([kind]) + at.to_bytes(4, "big") + bytes([last]) for kind, at, last in rows)
    entries = b"/Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R"
    return content + b"5 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(entries, table), len(content))
