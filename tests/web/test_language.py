"""A page whose address names no language answers in that of the reader; files and the API never do."""

import pytest
from flask.testing import FlaskClient

from tests.addresses import of_tables

PAGES = ("/", "/countries/KAZ", "/evidence/KAZ/BD-12", "/chart/timeline/time-axis", "/countries/ZZZ")
NEVER = (
    *of_tables("sources"),
    "/download/time-axis.csv?page=/timeline",
    "/countries/KAZ/brief.pdf",
    "/healthz",
    "/readyz",
    "/assets/icon.svg",
    "/_dash-layout",
    "/_dash-dependencies",
    "/releases.atom",
    "/panel/pack.pdf",
)
# pages without Dash: the office, releases, what was presented, and those that say why there is no page
WITHOUT_DASH = ("/sign-in", "/setup/nothing", "/releases", "/frozen/1", "/upload", "/upload/1", "/refused")


@pytest.fixture
def reader(record_site) -> FlaskClient:
    """A browser without cookies."""
    server = record_site.app.server
    return FlaskClient(server, server.response_class)


def asked(reader: FlaskClient, address: str, wanted: str = "", method: str = "GET"):
    return reader.open(address, method=method, headers={"Accept-Language": wanted} if wanted else {})


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("", "en"),
        ("ru", "ru"),
        ("ru-RU,en;q=0.5", "ru"),
        ("kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7", "ru"),
        ("en,ru", "en"),
        ("ru;q=0,de", "en"),
        ("*", "en"),
        ("en-XA, en_XA", "en"),
        ("%%%;q=x,,", "en"),
    ],
)
def test_the_language_of_the_browser_is_taken(reader, wanted, language) -> None:
    answer = asked(reader, "/themes", wanted)
    assert (answer.status_code, answer.headers["Content-Location"]) == (200, f"/themes?lang={language}")
    assert "Accept-Language" in answer.vary
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", PAGES)
def test_every_public_page_is_the_one_at_the_address_with_the_language(reader, path, method) -> None:
    answer = asked(reader, path, "ru", method)
    named = asked(reader, answer.headers["Content-Location"], "en", method)
    assert answer.headers["Content-Location"] == f"{path}?lang=ru"
    assert "Accept-Language" not in named.vary
    assert answer.status_code == named.status_code == (404 if "ZZZ" in path else 200)
    assert (answer.text, answer.headers.get("ETag")) == (named.text, named.headers.get("ETag"))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("address", NEVER)
def test_what_is_no_public_page_depends_on_no_language(reader, address, method) -> None:
    answer = asked(reader, address, "ru", method)
    assert "lang=" not in answer.headers.get("Location", "")
    assert "Accept-Language" not in answer.vary
    answer.close()


def test_every_parameter_of_the_page_is_kept(reader) -> None:
    query = "as_of=2023-07-28&countries=KAZ%2CUZB&lang=&evidence=KAZ%2FBD-12"
    location = asked(reader, f"/themes?{query}").headers["Content-Location"]
    assert set(location.removeprefix("/themes?").split("&")) == set(query.replace("lang=", "lang=en").split("&"))


@pytest.mark.parametrize(
    "path", ["//themes", "///countries/KAZ", "/countries/\\evil.example", "/countries//evil.example"]
)
def test_no_address_leads_to_another_site(reader, path) -> None:
    answer = reader.get("/", environ_overrides={"PATH_INFO": path})
    location = answer.headers["Content-Location"]
    assert (answer.headers.get("Location"), location[:1]) == (None, "/")
    assert not location.startswith("//")
    assert "\\" not in location
    assert 'action="//' not in answer.text


def test_the_choice_in_the_header_is_kept_and_comes_before_the_browser(reader) -> None:
    answer = reader.get("/language/ru?next=/themes%3Fpillar%3Dprotection%26lang%3Den")
    assert (answer.status_code, answer.location) == (303, "/themes?pillar=protection&lang=ru")
    cookie = answer.headers["Set-Cookie"]
    assert all(part in cookie for part in ("lang=ru;", "Max-Age=31536000", "HttpOnly", "Path=/", "SameSite=Lax"))
    assert answer.headers["Cache-Control"] == "no-store"
    chosen = asked(reader, "/", "en")
    assert ('<html lang="ru">' in chosen.text, chosen.headers["Cache-Control"]) == (True, "private, no-cache")
    named = reader.get("/?lang=en")
    assert ('<html lang="en">' in named.text, "public" in named.headers["Cache-Control"]) == (True, True)
    reader.set_cookie("lang", "../xx")
    assert '<html lang="ru">' in asked(reader, "/", "ru").text


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example/x", "\\\\evil.example", "/\r\nX: y"])
def test_a_choice_leads_back_to_this_site_alone(reader, wanted) -> None:
    location = reader.get("/language/ru", query_string={"next": wanted}).location
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    assert "\n" not in location
    assert reader.get("/language/de").status_code == 404


@pytest.mark.parametrize("path", WITHOUT_DASH)
def test_a_page_without_dash_answers_by_the_same_rule(reader, path) -> None:
    assert '<html lang="ru">' in asked(reader, path, "ru").text
    assert '<html lang="en">' in asked(reader, path, "de").text
    assert '<html lang="en">' in asked(reader, f"{path}?lang=en", "ru").text
    assert "Accept-Language" in asked(reader, path, "ru").vary
    reader.set_cookie("lang", "ru")
    chosen = asked(reader, path, "en")
    assert '<html lang="ru">' in chosen.text
    assert chosen.headers["Cache-Control"] in ("no-store", "private, no-cache")


def test_a_page_of_the_office_that_is_not_there_has_links(reader) -> None:
    html = asked(reader, "/frozen/nothing", "ru").text
    assert '<a href="/themes">Темы</a>' in html
    assert "P(" not in html


def test_what_is_sent_by_a_form_is_answered_in_the_language_of_the_reader(reader) -> None:
    sent = {"name": "nobody", "password": "a wrong password", "next": "/upload"}
    answer = reader.post("/sign-in", data=sent, headers={"Accept-Language": "ru"})
    assert '<html lang="ru">' in answer.text
