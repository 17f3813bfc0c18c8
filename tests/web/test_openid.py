"""Signing in by a provider: one on this machine that issues true and false tokens."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from bukhara.errors import UnsafeSettings
from bukhara.model.access import OPERATOR, Role
from bukhara.settings import Settings, refuse_unsafe
from tests.addresses import of_tables
from tests.web.site_client import new_site

CLIENT, CLIENT_SECRET = "monitor", "of-the-test"


class Provider:
    """Answers as an OpenID provider does; `false` says in which way it lies."""

    def __init__(self) -> None:
        self.key, self.other = RSAKey.generate_key(2048), RSAKey.generate_key(2048)
        self.nonce, self.subject, self.false, self.asked = "", "person-1", "", []
        self.base = ""

    def answer(self, path: str) -> dict[str, object]:
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.base,
                "authorization_endpoint": f"{self.base}/authorize",
                "token_endpoint": f"{self.base}/token",
                "jwks_uri": f"{self.base}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        if path == "/keys":
            return {"keys": [{**self.key.as_dict(private=False), "kid": "1", "use": "sig"}]}
        return {"access_token": "a", "token_type": "Bearer", "id_token": self.token()}

    def token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.base,
            "sub": self.subject,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 60,
            "nonce": self.nonce,
        }
        claims |= {
            "issuer": {"iss": "https://evil.invalid"},
            "audience": {"aud": "another"},
            "over": {"exp": now - 3600},
            "nonce": {"nonce": "another"},
        }.get(self.false, {})
        if self.false == "no-subject":
            del claims["sub"]
        key = self.other if self.false == "signature" else self.key
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, key)


@contextmanager
def provided():
    """Yield a provider that listens on this machine."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(provider.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def log_message(self, *_args) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def provider():
    with provided() as made:
        yield made


@pytest.fixture
def site(tmp_path, provider):
    """The exercise with this provider and an account that belongs to its person."""
    made = new_site(
        tmp_path, signing_in=True, oidc_issuer=provider.base, oidc_client_id=CLIENT, oidc_client_secret=CLIENT_SECRET
    )
    made.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], subject="person-1")
    return made


def gone(site, provider, address: str = "/sign-in/oidc") -> dict[str, str]:
    """Go to the provider; return the parameters that it was given."""
    answer = site.client.get(address)
    assert answer.location.startswith(f"{provider.base}/authorize?")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(answer.location).query).items()}
    provider.nonce = asked["nonce"]
    return asked


def back(site, asked: dict[str, str], **more: str):
    return site.client.get("/sign-in/oidc/back", query_string={"code": "c", "state": asked["state"], **more})


def test_who_has_an_account_is_signed_in_and_led_on(site, provider) -> None:
    asked = gone(site, provider, "/sign-in/oidc?next=/countries&lang=ru")
    assert (asked["scope"], asked["response_type"], asked["code_challenge_method"]) == ("openid", "code", "S256")
    assert asked["redirect_uri"] == "http://localhost/sign-in/oidc/back"
    answer = back(site, asked)
    assert (answer.status_code, answer.location) == (303, "/countries?lang=ru")
    assert ">lena</a>" in site.html("/")


def test_the_form_offers_the_provider_only_where_there_is_one(site, tmp_path) -> None:
    assert "/sign-in/oidc" in site.html("/sign-in")
    (tmp_path / "plain").mkdir()
    plain = new_site(tmp_path / "plain", signing_in=True)
    assert "/sign-in/oidc" not in plain.html("/sign-in")
    assert plain.client.get("/sign-in/oidc").status_code == 404
    assert plain.client.get("/sign-in/oidc/back?code=c&state=s").status_code == 404


def test_a_person_without_an_account_sees_why_nothing_happens(site, provider) -> None:
    provider.subject = "person-2"
    assert back(site, gone(site, provider)).location == "/sign-in"
    assert "there is no account here for you" in site.html("/sign-in")


@pytest.mark.parametrize("lie", ["signature", "issuer", "audience", "over", "nonce", "no-subject"])
def test_nobody_is_signed_in_by_a_false_token(site, provider, lie) -> None:
    provider.false = lie
    assert back(site, gone(site, provider)).location == "/sign-in"
    html = site.html("/sign-in")
    assert "did not answer as expected" in html
    assert "Your account" not in html


def test_nobody_is_signed_in_by_an_answer_that_nobody_asked_for(site, provider) -> None:
    asked = gone(site, provider)
    stranger = site.another_client()
    stranger.get("/sign-in/oidc/back", query_string={"code": "c", "state": asked["state"]})
    assert "Your account" not in stranger.get("/sign-in").text
    site.client.get("/sign-in/oidc/back", query_string={"code": "c", "state": "invented"})
    assert "Your account" not in site.html("/sign-in")


def test_an_answer_counts_once(site, provider) -> None:
    asked = gone(site, provider)
    assert back(site, asked).status_code == 303
    assert ">lena</a>" in site.html("/")
    assert back(site, asked).location == "/sign-in"


def test_a_refusal_of_the_provider_is_shown(site, provider) -> None:
    site.client.get(
        "/sign-in/oidc/back", query_string={"error": "access_denied", "state": gone(site, provider)["state"]}
    )
    assert "did not answer as expected" in site.html("/sign-in")


def test_nobody_is_contacted_before_somebody_asks(site, provider) -> None:
    for address in ("/", "/sign-in", *of_tables("releases")):
        site.html(address)
    assert provider.asked == []


def test_a_provider_that_cannot_be_reached_breaks_nothing(tmp_path) -> None:
    with provided() as gone_soon:
        base = gone_soon.base
    site = new_site(
        tmp_path, signing_in=True, oidc_issuer=base, oidc_client_id=CLIENT, oidc_client_secret=CLIENT_SECRET
    )
    assert site.client.get("/sign-in/oidc").location == "/sign-in"
    assert "did not answer as expected" in site.html("/sign-in")


@pytest.mark.parametrize(
    "given",
    [
        {"oidc_issuer": "https://id.example"},
        {"oidc_client_id": "x"},
        {"oidc_issuer": "http://id.example", "oidc_client_id": "x", "oidc_client_secret": "y"},
    ],
)
def test_half_a_provider_or_one_in_clear_does_not_start(given) -> None:
    with pytest.raises(UnsafeSettings):
        refuse_unsafe(Settings(_env_file=None, **given))
