"""nginx as in deploy/ before two instances on one PostgreSQL: what one writes the other knows, and kills lose nothing.

Run by `make deploy-test`; it prints its table. Requests go to 127.0.0.1 with a certificate made here.
"""

import http.client
import io
import itertools
import json
import os
import re
import signal
import ssl
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.addresses import crawl
from tests.contract import postgres
from tests.serving import ROOT, free_port, serving
from tests.unit.service.little_data import statement
from tests.unit.service.small_record import workbook
from tests.web.site_client import SECRET, token

WORDS, ROUNDS, READERS = "an hour before the conference", 3, 200
KEY, ROWS, LARGE = "0123456789abcdef" * 2, 40_000, 9_000_000
CONFIG = "daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; {user}worker_processes 1;\nevents {{}}\nhttp {{ {temp} {site} }}\n"
TEMP = " ".join(f"{name}_temp_path {{folder}}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))


@dataclass
class Answer:
    """Status, headers and text of an answer, and how long it took."""

    status: int
    headers: http.client.HTTPMessage
    text: str


@dataclass
class Rehearsal:
    """The proxy, the instances behind it and what was measured."""

    tls_port: int
    ports: list[int]
    variables: list[dict[str, str]]
    jar: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, port: int = 0, form: dict[str, Any] | None = None, **headers: str) -> Answer:
        """Ask the proxy, or the instance at a port as the proxy would; keep its cookies."""
        host = f"127.0.0.1:{self.tls_port}"
        given = {"Host": host, "Cookie": "; ".join(f"{n}={v}" for n, v in self.jar.items()), **headers}
        if port:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            given |= {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"}
        else:
            context = ssl._create_unverified_context()
            connection = http.client.HTTPSConnection("127.0.0.1", self.tls_port, timeout=120, context=context)
        boundary, body = encode_multipart(form) if form is not None else ("", None)
        given |= (
            {"Content-Type": f"multipart/form-data; boundary={boundary}", "Origin": f"https://{host}"} if body else {}
        )
        connection.request("POST" if body else "GET", path, body, given)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.jar[name] = value
        connection.close()
        return Answer(answer.status, answer.headers, text)

    def filled(
        self, page: str, form: dict[str, str], *, drawn_by: int = 0, sent_to: int = 0, action: str = ""
    ) -> Answer:
        """Fetch a form from one place and send it to another."""
        drawn = self.ask(page, drawn_by)
        return self.ask(action or page.partition("?")[0], sent_to, {"csrf_token": token(drawn.text), **form})

    def run(self, *words: str, typed: str = "") -> None:
        """Run a command as the first instance would."""
        program = str(Path(sys.executable).parent / "bukhara")
        env = os.environ | self.variables[0]
        subprocess.run([program, *words], cwd=ROOT, env=env, input=typed, text=True, check=True, capture_output=True)


@contextmanager
def nginx(folder: Path, tls_port: int, ports: list[int]):
    """Run nginx with the site of deploy/, on ports and in folders of this run."""
    openssl = (
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout privkey.pem -out fullchain.pem -days 2 -subj /CN=localhost"
    )
    subprocess.run(openssl.split(), cwd=folder, check=True, capture_output=True)
    site = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    servers = "\n".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=5s;" for port in ports)
    for old, new in (
        ("server 127.0.0.1:8050 max_fails=1 fail_timeout=5s;", servers),
        ("/etc/ssl/bukhara", str(folder)),
        ("/var/cache/bukhara", f"{folder}/cache"),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("    listen [::]:80;\n", ""),
        ("listen 443 ssl;", f"listen 127.0.0.1:{tls_port} ssl;"),
        ("    listen [::]:443 ssl;\n", ""),
        ("monitor.example", "127.0.0.1"),
        ("Host $host", "Host $http_host"),  # the port of this run is part of the name
    ):
        assert old in site, old
        site = site.replace(old, new)
    config = folder / "nginx.conf"
    config.write_text(
        CONFIG.format(
            folder=folder,
            user="user root; " if os.geteuid() == 0 else "",
            temp=TEMP.format(folder=folder),
            site=site + "access_log off;",
        )
    )
    with subprocess.Popen(["nginx", "-p", folder, "-c", config]) as process:
        try:
            yield process
        finally:
            process.terminate()
            print((folder / "error.log").read_text("utf-8")[-3000:])


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory):
    tls_port = free_port()
    with ExitStack() as stack:
        url = stack.enter_context(postgres.server())
        variables, ports = [], []
        for name in ("one", "two"):
            own = {
                "BUKHARA_DATABASE_URL": url,
                "BUKHARA_SECRET_KEY": SECRET,
                "BUKHARA_BASE_URL": f"https://127.0.0.1:{tls_port}",
                "BUKHARA_PROXY_HOPS": "1",
                "EXERCISE": "1",
            }
            folder = tmp_path_factory.mktemp(name)
            base = stack.enter_context(serving(folder, exercise=True, **own))
            ports.append(int(base.rpartition(":")[2]))
            variables.append({**own, "BUKHARA_VAR_DIR": str(folder)})
        found = Rehearsal(tls_port, ports, variables)
        stack.enter_context(nginx(tmp_path_factory.mktemp("nginx"), tls_port, ports))
        for name, role in (("chief", "admin"), ("editor", "secretariat")):
            found.run("user", "add", name, "--role", role, "--password-stdin", typed=f"{WORDS}\n")
        yield found


def table(**rows: object) -> None:
    for name, value in rows.items():
        print(f"| {name.replace('_', ' ')} | {value} |")


def sign_in(rehearsal: Rehearsal, one: int, two: int, name: str = "chief") -> Answer:
    form = {"name": name, "password": WORDS, "next": ""}
    return rehearsal.filled("/sign-in?lang=en", form, drawn_by=one, sent_to=two)


def test_a_form_drawn_by_one_instance_and_a_session_begun_on_it_are_known_to_the_other(rehearsal) -> None:
    one, two = rehearsal.ports
    rehearsal.jar.clear()
    assert sign_in(rehearsal, one, two).status == 303
    seen = {port: rehearsal.ask("/admin?lang=en", port).status for port in (one, two)}
    assert seen == {one: 200, two: 200}
    table(form_drawn_by_one_and_sent_to_the_other="taken", session_on_both="200, 200")


def test_wrong_passwords_are_counted_over_both_instances(rehearsal) -> None:
    rehearsal.jar.clear()
    drawn = token(rehearsal.ask("/sign-in?lang=en", rehearsal.ports[0]).text)
    form = {"csrf_token": drawn, "name": "nobody", "password": "wrong", "next": ""}
    tries = [rehearsal.ask("/sign-in", port, form).status for port in rehearsal.ports * 4]
    assert tries.count(429) >= 2
    table(eight_wrong_passwords_on_both=Counter(tries))


def test_a_check_on_one_instance_is_followed_and_stopped_on_the_other(rehearsal) -> None:
    rehearsal.jar.clear()
    one, two = rehearsal.ports
    assert sign_in(rehearsal, one, two, "editor").status == 303
    many = workbook(*(statement(quote=f"five words of quote {n}") for n in range(ROWS)))
    form = {"csrf_token": token(rehearsal.ask("/upload?lang=en", one).text), "key": KEY}
    rows = None
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(
            rehearsal.ask, "/upload", one, {**form, "workbook": FileStorage(io.BytesIO(many), "many.xlsx")}
        )
        while not rows and not sent.done():
            rows = json.loads(rehearsal.ask(f"/upload/progress/{KEY}", two).text)["rows"]
        began = time.monotonic()
        rehearsal.ask(f"/upload/cancel/{KEY}", two, form)
        assert sent.result().status == 303
    assert rows
    assert "The check was stopped." in rehearsal.ask("/upload?lang=en", two).text
    large = FileStorage(io.BytesIO(bytes(LARGE)), "large.xlsx")
    assert rehearsal.ask("/upload", 0, {**form, "workbook": large}).status == 303
    table(rows_of_a_check_seen_on_the_other=rows, stopped_from_there_after=f"{time.monotonic() - began:.1f} s")


def test_a_release_is_seen_on_the_other_instance_at_once_and_through_the_cache_within_seconds(rehearsal) -> None:
    rehearsal.jar.clear()
    shown = re.compile(r"Release (\d+) of")
    for _ in range(2):
        through = rehearsal.ask("/?lang=en")
    assert through.status == 200, (through.status, str(through.headers), through.text[-1500:])
    before = shown.search(through.text)[1]
    assert through.headers["X-Cache"] == "HIT"
    rehearsal.run("releases", "revert", before, "--as", "chief", "--note", "rehearsal", "--yes")
    began = time.monotonic()
    direct = {shown.search(rehearsal.ask("/?lang=en", port).text)[1] for port in rehearsal.ports}
    assert direct == {str(int(before) + 1)}
    while shown.search(rehearsal.ask("/?lang=en").text)[1] == before:
        assert time.monotonic() - began < 10
        time.sleep(0.05)
    table(release_on_both_instances="next request", through_the_cache=f"{time.monotonic() - began:.1f} s")


def test_what_was_acknowledged_is_there_after_an_instance_is_killed(rehearsal) -> None:
    rehearsal.jar.clear()
    assert sign_in(rehearsal, *rehearsal.ports).status == 303
    acknowledged, failed, numbers = [], 0, itertools.count(1)
    for _ in range(ROUNDS):
        worker = _workers(rehearsal.variables[0])
        for pid in (None, *worker, None):
            name = f"office-{next(numbers)}"
            if pid:
                os.kill(pid, signal.SIGKILL)
            try:
                form = {"name": name, "role": "organiser", "country": ""}
                answer = rehearsal.filled("/admin?lang=en", form, action="/admin/accounts/add")
            except (OSError, TypeError, http.client.HTTPException):
                failed += 1
                continue
            acknowledged += [name] if answer.status in (200, 303) else []
            assert rehearsal.ask("/admin?lang=en").status == 200
    listed = rehearsal.ask("/admin?lang=en", rehearsal.ports[1]).text
    lost = [name for name in acknowledged if name not in listed]
    assert (lost, len(acknowledged) > 2 * ROUNDS) == ([], True)
    table(kills=2 * ROUNDS, writes_acknowledged=len(acknowledged), lost=len(lost), without_answer=failed)


def _workers(variables: dict[str, str]) -> list[int]:
    log = (Path(variables["BUKHARA_VAR_DIR"]) / "server.log").read_text("utf-8")
    return [int(pid) for pid in re.findall(r"Booting worker with pid: (\d+)", log)][-2:]


def test_most_of_what_many_readers_ask_for_comes_from_the_cache(rehearsal) -> None:
    rehearsal.jar.clear()
    addresses, found = crawl(exercise=True), Counter()
    for n in range(READERS):
        for address in (addresses[n % len(addresses)], *addresses[:10]):
            found[rehearsal.ask(address, **{"Accept-Encoding": "br"}).headers["X-Cache"]] += 1
    rate = found["HIT"] / found.total()
    assert rate > 0.8
    table(requests=found.total(), from_the_cache=f"{rate:.1%}", **{str(k).lower(): v for k, v in found.items()})
