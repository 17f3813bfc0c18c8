"""Signing in, being signed in, leaving: cookies, tokens, limits, throttle, hosts, headers."""

import re
from dataclasses import replace

import pytest

from bukhara.model.access import OPERATOR, Role
from bukhara.service.accounts.throttle import KNOWN_FOR, Guard
from bukhara.store import sessions
from tests.addresses import of_tables
from tests.web.site_client import in_place, new_site, token

WORDS = "four quiet words here"
SECOND = "another four quiet words"


@pytest.fixture
def site(tmp_path):
    """The exercise with its real sign-in and one account."""
    made = new_site(tmp_path, signing_in=True)
    made.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    return made


def cookie_of(client, name: str = "bukhara") -> str | None:
    found = client.get_cookie(name)
    return found.value if found else None


def enter(client, name: str = "lena", password: str = WORDS, **more):
    form = {"csrf_token": token(client.get("/sign-in").get_data(as_text=True)), "name": name, "password": password}
    return client.post("/sign-in", data={**form, **more.pop("form", {})}, **more)


def leave(client):
    return client.post("/sign-out", data={"csrf_token": token(client.get("/sign-in").get_data(as_text=True))})


def test_signing_in_leads_on_and_shows_the_account(site) -> None:
    answer = enter(site.client, form={"next": "/statistics?country=XAA"})
    assert (answer.status_code, answer.location) == (303, "/statistics?country=XAA")
    html = site.html("/sign-in")
    assert "Your account" in html
    assert "secretariat" in html
    assert ">lena</a>" in site.html("/")


def test_signing_in_leads_on_to_an_address_with_any_parameter(site) -> None:
    for name in ("path", "self", "lang", "x"):
        client, address = site.another_client(), f"/search?{name}=1"
        answer = enter(client, form={"next": address})
        assert (answer.status_code, answer.location) == (303, address)
        answer = client.get("/sign-in", query_string={"next": address})
        assert (answer.status_code, answer.location) == (303, address)


def test_who_only_reads_gets_no_cookie(site) -> None:
    for address in ("/", "/countries/XAA", *of_tables("releases"), "/statistics?lang=ru"):
        assert "Set-Cookie" not in site.client.get(address).headers
    assert "Set-Cookie" not in site.drawn("/").headers


def test_the_cookie_is_for_this_site_and_no_script(site) -> None:
    enter(site.client)
    cookie = site.client.get_cookie("bukhara")
    assert (cookie.http_only, cookie.same_site, cookie.path, cookie.secure) == (True, "Lax", "/", False)
    assert cookie.max_age is None


def test_by_tls_the_cookie_is_bound_to_the_host_and_never_sent_in_clear(tmp_path) -> None:
    site = new_site(tmp_path, signing_in=True, base_url="https://monitor.example")
    site.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    place = {"base_url": "https://monitor.example"}
    html = site.client.get("/sign-in", **place).get_data(as_text=True)
    answer = site.client.post("/sign-in", data={"csrf_token": token(html), "name": "lena", "password": WORDS}, **place)
    given = answer.headers["Set-Cookie"]
    assert given.startswith("__Host-bukhara=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(given.split("; "))
    assert "Domain" not in given
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_the_token_changes_at_the_sign_in(site) -> None:
    site.client.get("/sign-in")
    before = cookie_of(site.client)
    enter(site.client)
    after = cookie_of(site.client)
    assert before != after
    stranger = site.another_client()
    stranger.set_cookie("bukhara", before)
    assert "Your account" not in stranger.get("/sign-in").text


def test_a_copied_cookie_is_worth_nothing_after_signing_out(site) -> None:
    enter(site.client)
    copied = cookie_of(site.client)
    assert leave(site.client).status_code == 303
    assert cookie_of(site.client) is None
    thief = site.another_client()
    thief.set_cookie("bukhara", copied)
    assert thief.get("/admin").status_code == 401
    assert "Your account" not in thief.get("/sign-in").text


def test_ones_own_new_password_ends_the_other_sessions_and_not_this_one(site) -> None:
    other = site.another_client()
    enter(site.client)
    enter(other)
    before = cookie_of(site.client)
    form = {"csrf_token": token(site.html("/sign-in")), "old": WORDS, "new": SECOND, "again": SECOND}
    assert site.client.post("/sign-in/password", data=form).status_code == 303
    assert "The password is changed" in site.html("/sign-in")
    assert cookie_of(site.client) != before
    assert "Your account" not in other.get("/sign-in").text


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"old": "wrong", "new": SECOND, "again": SECOND}, "The present password is not correct."),
        ({"old": WORDS, "new": SECOND, "again": SECOND + "x"}, "The two new passwords are not the same."),
        ({"old": WORDS, "new": "short", "again": "short"}, "at least 12 characters"),
    ],
)
def test_a_password_that_cannot_be_changed_says_why(site, form, reason) -> None:
    enter(site.client)
    site.client.post("/sign-in/password", data={"csrf_token": token(site.html("/sign-in")), **form})
    assert reason in site.html("/sign-in")
    assert "Your account" in site.html("/sign-in")


def test_rest_ends_a_session_and_what_scripts_repeat_does_not_prolong_it(site) -> None:
    enter(site.client)
    for _ in range(6):
        site.clock.advance(minutes=10)
        site.client.get("/sign-in", headers={"Sec-Fetch-Mode": "cors"})
        site.drawn("/", client=site.client).get_data()
    # the test client's own POST carries no Sec-Fetch-Mode, as a script's always does
    assert "Your account" in site.html("/sign-in")
    for _ in range(6):
        site.clock.advance(minutes=10)
        site.client.get("/sign-in", headers={"Sec-Fetch-Mode": "cors"})
    assert "Your account" not in site.html("/sign-in")


def test_signing_in_never_leads_to_another_site(site) -> None:
    for address in (
        "//evil.invalid",
        "/\\evil.invalid",
        "https:evil",
        "https://evil.invalid",
        "/\r\nSet-Cookie: x=1",
        "javascript:alert(1)",
        "\\\\evil",
        "/\t/evil.invalid",
        "",
    ):
        answer = enter(site.another_client(), form={"next": address})
        assert (answer.status_code, answer.location) == (303, "/sign-in"), address


def test_the_language_is_kept_through_the_sign_in(site) -> None:
    html = site.client.get("/sign-in?lang=ru").text
    form = {"csrf_token": token(html), "name": "lena", "password": WORDS, "next": "/countries"}
    action = re.search(r'<form class="card account-form"\s+method="post"\s+action="([^"]+)"', html)[1]
    assert site.client.post(action.replace("&amp;", "&"), data=form).location == "/countries?lang=ru"


def test_from_a_public_page_the_sign_in_leads_to_what_waits_for_the_account(site) -> None:
    [address] = re.findall(r'<a class="who" href="([^"]+)"', site.html("/themes?lang=en").replace("&amp;", "&"))
    form = dict(re.findall(r'<input[^>]* name="(csrf_token|next)"[^>]* value="([^"]*)"', site.html(address)))
    assert site.client.post(address, data=form | {"name": "lena", "password": WORDS}).location == "/sign-in?lang=en"


def test_a_private_page_leads_to_the_sign_in_and_back(site) -> None:
    answer = site.client.get("/admin")
    assert answer.status_code == 401
    assert "/sign-in?next=%2Fadmin" in answer.text
    answer = site.client.get("/admin/audit.csv?lang=ru")
    assert (answer.status_code, answer.location) == (303, "/sign-in?lang=ru&next=%2Fadmin%2Faudit.csv")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/sign-in/password"])
def test_a_form_without_its_token_is_refused(site, path) -> None:
    if path != "/sign-in":
        enter(site.client)
    before = cookie_of(site.client)
    for given in ({}, {"csrf_token": ""}, {"csrf_token": "invented"}):
        answer = site.client.post(path, data={"name": "lena", "password": WORDS, **given})
        assert answer.status_code == 400
        assert "open for too long, or it did not come from this site" in answer.text
        assert cookie_of(site.client) == before


def test_the_token_of_somebody_else_is_refused(site) -> None:
    other = site.another_client()
    foreign = token(other.get("/sign-in").text)
    site.client.get("/sign-in")
    form = {"csrf_token": foreign, "name": "lena", "password": WORDS}
    assert site.client.post("/sign-in", data=form).status_code == 400


def test_a_token_from_before_the_sign_in_is_over_after_it(site) -> None:
    old = token(site.html("/sign-in"))
    enter(site.client)
    assert site.client.post("/sign-out", data={"csrf_token": old}).status_code == 400


def test_where_a_form_was_sent_from_is_asked_too(site) -> None:
    for headers, status in (
        ({"Sec-Fetch-Site": "cross-site"}, 400),
        ({"Sec-Fetch-Site": "same-site"}, 400),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "https://evil.invalid"}, 400),
        ({"Origin": "null"}, 400),
        ({"Origin": "http://localhost"}, 303),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 400),
    ):
        assert enter(site.another_client(), headers=headers).status_code == status, headers


def test_dash_is_not_asked_from_other_sites_either(site) -> None:
    answer = site.client.post("/_dash-update-component", json={}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400


def test_another_kind_of_body_brings_no_token_in(site) -> None:
    for media in ("text/plain", "application/json", "multipart/form-data"):
        assert site.client.post("/sign-in", data=b"csrf_token=1", content_type=media).status_code == 400, media


def test_a_wrong_password_and_an_unknown_name_read_the_same(site) -> None:
    answers = [enter(site.client, name, "wrong password") for name in ("lena", "nobody")]
    bodies = [
        re.sub(r'name="csrf_token"\s+value="[^"]+"', "", answer.text).replace("nobody", "lena") for answer in answers
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert bodies[0] == bodies[1]
    assert "do not belong together" in bodies[0]


def test_too_many_tries_wait_and_are_then_served(site) -> None:
    for _ in range(5):
        enter(site.client, password="wrong")
    answer = enter(site.client)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "2")
    assert "Please wait 2 seconds." in answer.text
    site.clock.advance(seconds=2)
    assert enter(site.client).status_code == 303


def test_who_only_looks_at_the_sign_in_leaves_no_row(site) -> None:
    for address in ("/sign-in", "/setup/nothing", "/sign-in?lang=ru"):
        site.html(address)
    with site.service.opened().connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM web_session").scalar_one() == 0


def test_tries_of_others_at_the_address_do_not_lock_out_a_browser_that_signed_in_before(site) -> None:
    enter(site.client)
    leave(site.client)
    guard, stranger = Guard("lena", "127.0.0.1"), site.another_client()
    with site.service.opened().transaction() as connection:
        subjects = [guard.pair, guard.place, guard.person] * 40
        sessions.tried(connection, subjects, site.clock(), site.clock() - KNOWN_FOR)
    assert enter(stranger).status_code == 429
    assert enter(site.client).status_code == 303
    leave(site.client)
    for _ in range(5):
        enter(site.client, password="wrong")
    assert enter(site.client).status_code == 429


def test_an_address_behind_no_trusted_proxy_cannot_be_invented(site) -> None:
    for number in range(5):
        enter(site.client, password="wrong", headers={"X-Forwarded-For": f"203.0.113.{number}"})
    assert enter(site.client, headers={"X-Forwarded-For": "203.0.113.99"}).status_code == 429


def test_behind_a_trusted_proxy_each_reader_has_an_address_of_its_own(tmp_path) -> None:
    site = new_site(tmp_path, signing_in=True, proxy_hops=1)
    site.service.accounts.add(OPERATOR, "lena", [Role.SECRETARIAT], password=WORDS)
    for _ in range(5):
        enter(site.client, password="wrong", headers={"X-Forwarded-For": "203.0.113.1"})
    assert enter(site.client, headers={"X-Forwarded-For": "203.0.113.1"}).status_code == 429
    assert enter(site.client, headers={"X-Forwarded-For": "203.0.113.2"}).status_code == 303


def test_another_host_name_is_refused_where_the_address_is_known(tmp_path) -> None:
    site = new_site(tmp_path, base_url="https://monitor.example")
    for path in ("/", "/sign-in", *of_tables("releases")):
        answer = site.client.get(path, headers={"Host": "evil.invalid"})
        assert answer.status_code == 400
        assert "evil" not in answer.get_data(as_text=True)
    assert site.client.get("/", headers={"Host": "monitor.example"}).status_code == 200
    assert site.client.get("/healthz", headers={"Host": "127.0.0.1:8050"}).status_code == 200


def test_without_an_address_only_the_names_of_this_machine_are_answered(tmp_path) -> None:
    site = new_site(tmp_path)
    answers = {
        host: site.client.get("/releases.atom", headers={"Host": host}) for host in ("evil.invalid", "127.0.0.1:8050")
    }
    assert {host: answer.status_code for host, answer in answers.items()} == {
        "evil.invalid": 400,
        "127.0.0.1:8050": 200,
    }


def test_what_was_drawn_for_somebody_is_kept_nowhere(site) -> None:
    assert site.client.get("/sign-in").headers["Cache-Control"] == "no-store"
    assert site.client.get("/admin").headers["Cache-Control"] == "no-store"
    for address in ("/?lang=en", "/releases?lang=en", "/releases.atom?country=XAA"):
        for_all = site.client.get(address).headers
        # kept by proxies for a minute; a browser asks each time
        assert (for_all["Cache-Control"], for_all["Vary"]) == ("public, max-age=0, s-maxage=60", "Accept-Encoding")
        assert site.client.get(address, headers={"If-None-Match": for_all["ETag"]}).status_code == 304
    assert "Cookie" in site.client.get("/sign-in").headers["Vary"]
    enter(site.client)
    for address in ("/", "/sign-in", "/countries/XAA", "/releases", "/releases.atom"):
        assert site.client.get(address).headers["Cache-Control"] == "no-store"
    assert site.drawn("/").headers["Cache-Control"] == "no-store"


def test_nobody_sees_in_a_public_page_that_somebody_else_is_signed_in(site) -> None:
    reader = site.another_client()
    enter(site.client)
    for address in ("/", "/countries/XAA", "/statistics?lang=ru"):
        mine, theirs = site.client.get(address).text, reader.get(address).text
        assert ">lena</a>" in mine
        assert "lena" not in theirs
        assert "lena" not in site.drawn(address.split("?")[0], client=reader).text
        assert "lena" not in reader.get(address).text


def test_a_cookie_that_is_none_of_ours_is_nobody(site) -> None:
    for value in ("x", "A" * 43, "A" * 5000, "../../etc/passwd", "%00", "é"):
        cookie = {"Cookie": f"bukhara={value}".encode().decode("latin-1")}
        answer = site.another_client().get("/sign-in", headers=cookie)
        assert (answer.status_code, "Your account" in answer.text) == (200, False), value


def test_no_password_and_no_token_is_in_the_store_or_in_a_page(site, tmp_path) -> None:
    enter(site.client)
    cookie = cookie_of(site.client)
    pages = "".join(site.html(address) for address in ("/", "/sign-in"))
    site.service.close()
    held = (tmp_path / "bukhara.sqlite").read_bytes()
    assert WORDS.encode() not in held
    assert cookie.encode() not in held
    assert WORDS not in pages
    assert cookie not in pages


def test_a_commission_sees_what_was_published_about_its_state_since_its_last_visit(site) -> None:
    accounts, drafts = site.service.accounts, site.service.drafts
    accounts.add(OPERATOR, "alfa", [Role.COMMISSION], "XAA", password=WORDS)
    enter(site.client, "alfa")
    assert "Since your last visit" not in site.html("/sign-in")
    leave(site.client)
    for code in ("XAA", "XAB"):
        site.clock.advance(days=1)
        answer = in_place(site.service, "BD-5", "The register was opened.")
        answer = replace(answer, row=replace(answer.row, country=code))
        drafts.publish(OPERATOR, drafts.answer(OPERATOR, answer).draft_id, "Letter 7")
    enter(site.client, "alfa")
    shown = site.html("/sign-in").split('id="since"')[1].split("</section>")[0]
    assert re.findall(r"#release-(\d+)", shown) == ["3"]
    assert "Answers: Alfa" in shown
    leave(site.client)
    site.clock.advance(days=1)
    enter(site.client, "alfa")
    assert "Since your last visit" not in site.html("/sign-in")
