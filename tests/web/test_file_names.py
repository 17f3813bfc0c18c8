"""Files come back under the names that they were sent with, through a socket: there a header is encoded."""

import http.client
import json
from contextlib import closing, contextmanager
from threading import Thread

from werkzeug.http import parse_options_header
from werkzeug.serving import make_server

from tests.web.upload_files import edited, template

NAMES = {
    "Отчёт КНБ 2026.xlsx": "Отчёт КНБ 2026",
    "Oʻzbekiston.xlsx": "Oʻzbekiston",
    "Qazaqstan – 2026.xlsx": "Qazaqstan – 2026",
    "Отчёт %22КНБ%22; 100%.xlsx": 'Отчёт "КНБ"; 100%',
    "two%0D%0Alines.xlsx": "two%0D%0Alines",
    "two\u2028lines.xlsx": "two\u2028lines",
}
"""The file names as browsers write them in a form, and the stems of the files that come back."""


@contextmanager
def listening(application):
    """Yield a connection to the application behind a server."""
    server = make_server("127.0.0.1", 0, application)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)) as connection:
            yield connection
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answer(connection, method, address, body=None, headers=()):
    connection.request(method, address, body, dict(headers))
    got = connection.getresponse()
    return got, got.read()


def upload(connection, content: bytes, name: str) -> str:
    """Send a file as a browser does and return the address of its draft."""
    head = f'--part\r\nContent-Disposition: form-data; name="workbook"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + b"\r\n--part--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=part", "Accept": "application/json"}
    got, text = answer(connection, "POST", "/upload", body, headers)
    assert got.status == 200, text
    return json.loads(text)["to"]


def name_of(got) -> str:
    _, options = parse_options_header(got.headers["Content-Disposition"])
    return options["filename"]


def test_a_file_comes_back_under_its_name_in_any_script(site) -> None:
    workbook = template(site)
    with listening(site.app.server) as connection:
        for sent, stem in NAMES.items():
            content = edited(workbook, statement=f"As the file {stem} says.")
            draft = upload(connection, content, sent)
            got, own = answer(connection, "GET", f"{draft}/file")
            assert (got.status, own == content, name_of(got)) == (200, True, f"{stem}.xlsx")
            got, marked = answer(connection, "GET", f"{draft}/marked.xlsx")
            assert (got.status, marked[:2], name_of(got)) == (200, b"PK", f"{stem}-marked.xlsx")
