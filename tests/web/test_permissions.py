"""Every role at every page, form, file, address and callback, for the own state and others: as docs/permissions.md says."""

import functools
import io
import json
import re
from collections import Counter
from itertools import product

import pytest
from dash import page_registry

from bukhara.access import Action, decide, policy
from bukhara.model.access import ANYBODY, Actor, Role
from bukhara.model.text import Text
from bukhara.wing import wings
from tests.addresses import framework
from tests.web.permission_cases import ACTORS, PLAIN, STATES, Place, may, office_pages, open_addresses, places, written
from tests.web.reading import text
from tests.web.site_client import ADMIN, SECRETARIAT, commission, new_site
from tests.web.upload_files import TYPED
from web.security.guard import OPEN

REFUSALS = "This cannot be done here", "Please sign in"
ABSENT = "There is no such draft."
ANSWER = {
    **TYPED,
    "indicator": next(item for item in framework(exercise=True).items if item.milestones).milestones[0].id,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The exercise with a round, and a draft of each of two states."""
    made = new_site(tmp_path_factory.mktemp("matrix"), actor=SECRETARIAT)
    made.round_id = made.service.rounds.open(SECRETARIAT, Text.of("Round of the matrix", ru="Круг"))
    made.workbooks = {state: made.service.template(state) for state in STATES}
    made.drafts = {
        state: made.service.drafts.receive(commission(state), f"{state}.xlsx", made.workbooks[state]).draft_id
        for state in STATES[:2]
    }
    return made


def path_of(site, place: Place, state: str) -> str:
    path = place.address
    for name, value in PLAIN.items():
        path = path.replace(name, value)
    path = path.replace("<round_id>", str(site.round_id)).replace("<draft>", str(site.drafts.get(state, 0)))
    return path.replace("<subject>", state).replace("<country>", state)


def body_of(site, place: Place, state: str) -> dict[str, object]:
    if place.subject == "workbook":
        return {"file": (io.BytesIO(site.workbooks[state]), f"{state}.xlsx")}
    return {**ANSWER, "country": state} if place.subject == "form" else {}


def states_of(place: Place) -> tuple[str, ...]:
    """Return the states for which a place is tried: two with a commission, and one of whose nobody is here."""
    return {"–": ("XAA",), "draft": STATES[:2], "workbook": STATES[:2]}.get(place.subject, STATES[:3])


def tried(site, actor: Actor, place: Place, state: str):
    """Return the answer to one try."""
    site.act(actor)
    path = path_of(site, place, state)
    if place.how == "form":
        return site.client.post(path, data=body_of(site, place, state), content_type="multipart/form-data")
    return site.client.get(path)


def refused(answer) -> bool:
    """Return whether the policy refused it: with the page that says why, or by leading to the sign-in."""
    led_away = answer.status_code == 303 and "/sign-in?" in answer.location and "next=" in answer.location
    return led_away or (
        answer.status_code in (401, 403) and any(sentence in answer.get_data(as_text=True) for sentence in REFUSALS)
    )


def shut(answer) -> bool:
    """Return whether the answer is a refusal, or says no more than that nothing is there."""
    return refused(answer) or answer.status_code == 404 or ABSENT in answer.get_data(as_text=True)


def held(site) -> list[tuple[object, ...]]:
    """Return everything that a form could have changed of any state."""
    drafts = site.service.drafts.drafts(SECRETARIAT)
    return [(draft.draft_id, draft.state, draft.version) for draft in drafts] + [(site.service.ready(),)]


def cases():
    """Yield every actor at every place for every state."""
    for (name, actor), place in product(ACTORS.items(), places()):
        for state in states_of(place):
            yield name, actor, place, state


def wrong(site, chosen) -> list[tuple[str, ...]]:
    """Return the tries that did not end as written."""
    return [
        (name, place.how, place.address, state)
        for name, actor, place, state in chosen
        if place.address != "/refused" and not as_written(site, actor, place, state)
    ]


def as_written(site, actor: Actor, place: Place, state: str) -> bool:
    """Try once; a form about another state may lead back with a reason, but changes nothing."""
    scoped = place.subject != "–"
    before = held(site) if scoped else []
    answer = tried(site, actor, place, state)
    if answer.status_code >= 500:
        return False
    if may(actor, place.action, state if scoped else None):
        return not refused(answer)
    if place.how == "form" and scoped:
        return held(site) == before
    return shut(answer) if scoped else refused(answer)


def test_every_role_at_every_page_form_and_file_for_every_state_is_as_written(site) -> None:
    every = list(cases())
    assert wrong(site, every) == []
    assert len(every) > 500


def test_the_callback_draws_public_pages_alone_for_every_role(site) -> None:
    count = 0
    for (name, actor), place in product(ACTORS.items(), places()):
        if place.how != "page":
            continue
        for state in states_of(place):
            site.act(actor)
            answer = site.drawn(path_of(site, place, state))
            drawn = "There is no page at this address" not in answer.get_data(as_text=True)
            public = place.action == "read" and place.address not in {"/not-found", *office_pages()}
            assert drawn is public, (name, place.address, state, answer.status_code)
            count += 1
    assert count > 200


def test_the_table_of_actions_is_the_policy() -> None:
    assert {action for action, _ in written()} == actions()
    assert {role for _, role in written()} == {role.value for role in Role}
    assert differing() == []


def actions() -> set[str]:
    """Return every action, also those of wings."""
    return {*map(str, Action), *(action for wing in wings().values() for action in wing.grants)}


def differing() -> list[tuple[str, str, str]]:
    """Return the cases in which policy and table differ, for the own state, another one and none."""
    found = []
    for action, role, country in product(sorted(actions()), Role, (None, "XAA", "XAB")):
        actor = Actor(name=role.value, roles=frozenset({role}), country="XAA" if role is Role.COMMISSION else "")
        if decide(actor, action, country).allowed != may(actor, action, country):
            found.append((action, role.value, country or ""))
    return found


def test_one_rule_more_is_found_as_well(site, monkeypatch) -> None:
    more = {**policy.GRANTS, Action.AUDIT: {**policy.GRANTS[Action.AUDIT], Role.COMMISSION: policy.GrantScope.ALL}}
    monkeypatch.setattr(policy, "GRANTS", more)
    assert {(each[0], each[1]) for each in differing()} == {("audit", "commission")}
    chosen = [case for case in cases() if case[2].address == "/admin/audit" and case[0].startswith("commission")]
    assert len(wrong(site, chosen)) == 3


def test_roles_of_one_account_add_up() -> None:
    both = Actor(name="both", roles=frozenset({Role.COMMISSION, Role.ORGANISER}), country="XAA")
    assert decide(both, Action.UPLOAD, "XAA").allowed
    assert not decide(both, Action.UPLOAD, "XAB").allowed
    assert decide(both, Action.ROUNDS).allowed


def plain_rule(rule: str) -> str:
    return re.sub(r"<\w+:(\w+)>", r"<\1>", rule)


def protected(site) -> set[str]:
    """Return the endpoints that need an action."""
    return {name for name, view in site.app.server.view_functions.items() if hasattr(view, "permission")}


def routes(site) -> set[tuple[str, str, str]]:
    """Return address, kind and action of every route that needs an action."""
    found = set()
    for rule in site.app.server.url_map.iter_rules():
        needed = getattr(site.app.server.view_functions[rule.endpoint], "permission", None)
        if needed:
            kind = "form" if "POST" in rule.methods else "file" if needed.is_file else "page"
            found.add((plain_rule(rule.rule), kind, str(needed.action)))
    return found


def public_pages() -> set[tuple[str, str, str]]:
    """Return address, kind and action of every page that Dash draws."""
    entries = [entry for module, entry in page_registry.items() if module.startswith("pages.")]
    return {(entry.get("path_template") or entry["path"], "page", "read") for entry in entries}


def in_table() -> set[tuple[str, str, str]]:
    return {(place.address, place.how, place.action) for place in places()}


def test_every_page_form_and_file_is_in_the_table_with_its_action(site) -> None:
    assert routes(site) | public_pages() == in_table()
    assert routes(site) & public_pages() == set()


def test_what_is_open_is_what_is_written_and_all_there_is(site) -> None:
    assert set(OPEN.values()) - {"/"} == open_addresses()
    assert set(site.app.server.view_functions) - protected(site) - set(OPEN) == set()
    assert set(OPEN) - set(site.app.server.view_functions) == set()


def test_an_address_that_somebody_adds_without_an_action_answers_nobody(tmp_path) -> None:
    site = new_site(tmp_path)
    entered: list[str] = []
    site.app.server._got_first_request = False
    site.app.server.add_url_rule("/later", "later", lambda: entered.append("in") or "figures", methods=["GET", "POST"])
    for actor in ACTORS.values():
        site.act(actor)
        assert [site.client.get("/later").status_code, site.client.post("/later").status_code] == [404, 404]
    assert entered == []
    assert set(site.app.server.view_functions) - protected(site) - set(OPEN) == {"later"}


def test_three_callbacks_run_on_the_server_the_page_the_evidence_drawer_and_a_table(site) -> None:
    running = {name for name, entry in site.app.callback_map.items() if "callback" in entry}
    assert running == {
        ".._pages_content.children..._pages_store.data..",
        "evidence.children",
        '{"chart":["MATCH"],"type":"table"}.children',
    }


def test_a_refusal_of_an_account_is_one_row_and_nothing_else_is(site) -> None:
    numbers, before = Counter(), denials(site).total
    for _, actor, place, state in cases():
        if may(actor, place.action, state if place.subject != "–" else None):
            continue
        answer = tried(site, actor, place, state)
        after = denials(site)
        found, before = after.entries[: after.total - before], after.total
        numbers[answer.status_code] += 1
        assert len(found) == (answer.status_code == 403), (actor.name, place.address, state, answer.status_code)
        assert [(row.actor, set(json.loads(row.detail))) for row in found] == [
            (actor.name, {"asked", "country"}) for _ in found
        ]
    assert numbers[403] > 200
    assert numbers[401] > 20


def denials(site):
    """Return the newest refusals that the audit log holds, and how many there are."""
    return site.service.accounts.audit_page(ADMIN, action="denied")


def test_what_a_form_would_do_is_not_begun_for_whoever_may_not(site, monkeypatch) -> None:
    entered: list[str] = []
    views = site.app.server.view_functions
    for endpoint in protected(site):
        spy = lambda *_, e=endpoint, **__: entered.append(e) or ""  # noqa: E731
        monkeypatch.setitem(views, endpoint, functools.wraps(views[endpoint])(spy))
    denied = [case for case in cases() if case[2].action != "read" and not may(case[1], case[2].action)]
    for _, actor, place, state in denied:
        tried(site, actor, place, state)
    assert len(denied) > 100
    assert entered == []
    allowed = next(case for case in cases() if case[2].how == "form" and may(case[1], case[2].action))
    tried(site, *allowed[1:])
    assert len(entered) == 1


@pytest.mark.parametrize("actor", ACTORS.values(), ids=ACTORS)
def test_the_navigation_names_only_what_the_role_may_open(site, actor) -> None:
    site.act(actor)
    for address in ("/", "/countries/XAA", "/sign-in"):
        links = {link.split("?")[0] for link in re.findall(r'href="(/[^"#]*)', site.html(address))}
        pages = {p.address: p.action for p in places() if p.how == "page" and p.action != "read"}
        assert [link for link in links & set(pages) if not may(actor, pages[link])] == []
    assert "Trail" not in site.client.get("/_dash-layout").text


@pytest.mark.parametrize(
    ("address", "actor", "english", "russian"),
    [
        ("/packs", SECRETARIAT, "organiser", "организатор"),
        ("/admin/audit", SECRETARIAT, "administrator", "администратор"),
        ("/rounds", commission("XAA"), "organiser, secretariat", "организатор, секретариат"),
    ],
)
def test_a_refusal_says_which_roles_may(site, address, actor, english, russian) -> None:
    site.act(actor)
    for language, roles in (("en", f"these roles may do it: {english}."), ("ru", russian)):
        answer = site.client.get(f"{address}?lang={language}")
        assert answer.status_code == 403
        assert roles in answer.text


def test_the_same_frame_is_sent_to_everybody(site) -> None:
    frames = set()
    for actor in ACTORS.values():
        site.act(actor)
        frames.add((site.client.get("/_dash-layout").get_data(), site.client.get("/_dash-dependencies").get_data()))
    assert len(frames) == 1


def test_a_private_page_gives_its_table_to_no_download(site) -> None:
    site.act(ANYBODY)
    for place in places():
        if place.how == "page" and place.action not in ("read", "sign_in"):
            assert site.client.get(f"/download/any.csv?page={path_of(site, place, 'XAA')}").status_code == 404


def test_a_draft_of_another_state_reads_like_one_that_is_not_there(site) -> None:
    site.act(commission("XAA"))
    addresses = [p.address for p in places() if p.subject == "draft" and p.how == "file"] + ["/upload/<draft>"]
    for address in addresses:
        read = []
        for number in (site.drafts["XAB"], 999_999):
            answer = site.client.get(address.replace("<draft>", str(number)).replace("<kind>", "xlsx"))
            read.append((answer.status_code, text(answer.get_data(as_text=True), "en")))
        assert read[0] == read[1]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_no_other_way_changes_anything(site, method) -> None:
    site.act(SECRETARIAT)
    for address in ("/", "/upload", "/admin", "/_dash-update-component", "/download/any.csv"):
        assert site.client.open(address, method=method).status_code in (400, 404, 405)
