"""The API over an invented snapshot; nothing of the dashboard is started."""

import csv
import gzip
import io
from datetime import date
from types import SimpleNamespace

import brotli
import pytest
from flask import Flask
from openapi_spec_validator import OpenAPIV31SpecValidator

from bukhara.disclosure import Policy
from bukhara.errors import StoreUnavailable
from bukhara.exports import records
from bukhara.exports.formats import FORMATS, format_of
from bukhara.service.reading.finished import FinishedAnswers
from tests.unit.exports.sample import figure, sample
from wings.api import answers
from wings.api.server import describe, register


class Shelf:
    """What the API asks of a service."""

    policy = Policy()
    settings = SimpleNamespace(public_reports=True)

    def __init__(self, shot):
        self.shot, self.asked = shot, []
        self.finished, self.parts = FinishedAnswers(1_000_000), {}

    def part(self, make):
        return self.parts.setdefault(make, make(self))

    def snapshot(self, as_of=None, release=None, *, desk_research=False, method_then=False):
        self.asked.append((as_of, desk_research))
        self.method_then = method_then
        return self.shot

    def releases(self):
        return (self.shot.release,)

    def framework(self):
        return self.shot.framework

    def revisions(self, shot):
        return ()


@pytest.fixture
def shelf():
    return Shelf(sample())


@pytest.fixture
def client(shelf):
    server = Flask("test", static_folder=None)
    server.config["SERVICE"] = shelf
    register(server)
    server.add_url_rule("/<path:path>", "page", lambda path: "page")
    return server.test_client()


UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
LISTS = ("observations", "evidence", "differences", "revisions", "sources", "progress", "framework", "releases")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_the_same_shape(client, name):
    answer = client.get(f"/api/v1/{name}")
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert 'rel="service-desc"' in answer.headers["Link"]
    body = answer.get_json()
    assert (body["release"], body["as_of"]) == (3, "2023-07-28")
    assert body["count"] == len(body["data"])
    assert body["count"] > 0 or name in ("differences", "revisions")


@pytest.mark.parametrize("name", LISTS)
def test_etag_answers_304(client, name):
    first = client.get(f"/api/v1/{name}")
    again = client.get(f"/api/v1/{name}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = client.get(f"/api/v1/{name}?limit=1", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_an_answer_is_made_once_and_kept_compressed(client, kind, monkeypatch):
    made = []
    whole = answers._whole
    monkeypatch.setattr(answers, "_whole", lambda *args: made.append(args) or whole(*args))
    address = f"/api/v1/observations?format={kind}"
    plain = client.get(address)
    packed = {name: [client.get(address, headers={"Accept-Encoding": name}) for _ in range(2)] for name in UNPACK}
    for name, pair in packed.items():
        for each in pair:
            assert each.headers["Content-Encoding"] == name
            assert UNPACK[name](each.data) == plain.data
            assert {**plain.headers, "Content-Length": ""}.items() <= {**each.headers, "Content-Length": ""}.items()
    assert len(made) == 1


def test_etag_does_not_depend_on_the_order_of_filters(client):
    one = client.get("/api/v1/observations?countries=KAZ&sex=female").headers["ETag"]
    assert client.get("/api/v1/observations?sex=female&countries=KAZ").headers["ETag"] == one


@pytest.mark.parametrize(
    "query",
    [
        "countries=UZB,KAZ",
        "countries=UZB&countries=KAZ",
        "countries=UZB,%20KAZ",
    ],
)
def test_filters_repeat_and_the_order_of_states_is_fixed(client, query):
    body = client.get(f"/api/v1/observations?{query}").get_json()
    assert [row["country"] for row in body["data"]] == ["KAZ", "KAZ", "UZB"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", LISTS)
def test_every_table_comes_in_every_format_and_the_description_says_so(client, name, form):
    answer = client.get(f"/api/v1/{name}?format={form}")
    media_type = format_of(form).media_type.partition(";")[0]
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    described = describe()["paths"][f"/api/v1/{name}"]["get"]
    assert media_type in described["responses"]["200"]["content"]
    [asked] = [each["schema"]["enum"] for each in described["parameters"] if each["name"] == "format"]
    assert form in asked


def test_csv_streams_whole_whatever_the_limit(client):
    answer = client.get("/api/v1/observations?format=csv&limit=1&offset=3")
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bukhara-observations-release-3.csv"'
    assert answer.text.count("\r\n") == 9


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("observations?period_from=2022&period_to=2022", 8),
        ("observations?period_to=2022-06", 1),
        ("observations?period_from=2023", 0),
        ("observations?sex=female", 1),
        ("observations?age_group=minor", 1),
        ("observations?source_class=partner", 1),
        ("observations?source_class=exercise", 0),
        ("observations?indicator=BD-1.1", 8),
        ("observations?indicator=BD-2.1", 0),
        ("observations?countries=", 8),
        ("evidence?q=plan%20was%20adopted", 1),
        ("evidence?q=%25", 0),
        ("evidence?q=_", 0),
        ("evidence?kind=challenge", 1),
        ("evidence?item=BD-2", 2),
        ("evidence?source_class=partner,conference_report", 3),
        ("evidence?countries=KAZ", 1),
        ("progress?countries=KAZ", 3),
        ("progress?item=BD-1", 6),
        ("progress?pillar=protection", 12),
    ],
)
def test_a_filter_narrows_its_list(client, address, count):
    assert client.get(f"/api/v1/{address}").get_json()["count"] == count


def differing():
    return sample(figure("UZB", 4.0), figure("UZB", 9.0, reporter="Another body", quote="nine cases"), half_year())


def half_year():
    return figure("KAZ", 3.0, period_end=date(2022, 6, 30))


@pytest.mark.parametrize(
    ("query", "count"), [("", 1), ("countries=UZB", 1), ("countries=KAZ", 0), ("status=open", 1), ("status=decided", 0)]
)
def test_differences_are_narrowed(client, shelf, query, count):
    shelf.shot = differing()
    assert client.get(f"/api/v1/differences?{query}").get_json()["count"] == count


def test_a_difference_has_both_sides_in_json_and_csv(client, shelf):
    shelf.shot = differing()
    (row,) = client.get("/api/v1/differences").get_json()["data"]
    assert (row["first_value"], row["second_value"], row["ratio"], row["difference"]) == (4, 9, 2.25, 5)
    assert (row["kind"], row["likely_cause"], row["status"]) == ("two_values", "other_body", "open")
    (line,) = csv.DictReader(io.StringIO(client.get("/api/v1/differences?format=csv").text, newline=""))
    assert line["observation_ids"].split(" | ") == row["observation_ids"]
    figures = client.get("/api/v1/observations?countries=UZB").get_json()["data"]
    assert {figure["difference_group"] for figure in figures} == {row["difference_group"]}


def test_a_figure_asked_for_alone_keeps_its_difference_group(client, shelf):
    shelf.shot = differing()
    body = client.get("/api/v1/observations?countries=UZB&limit=1").get_json()
    assert body["data"][0]["difference_group"].startswith("d-")


def test_figures_of_differing_keys_come_with_a_warning(client, shelf):
    shelf.shot = differing()
    body = client.get("/api/v1/observations").get_json()
    warnings = {w["code"]: w for w in body["warnings"]}
    assert warnings["differing_keys"]["fields"] == ["period_type", "period_length"]
    assert len(warnings["sources_differ"]["observation_ids"]) == 2


def test_figures_of_one_key_come_without_a_warning(client, shelf):
    shelf.shot = sample(figure("UZB", 4.0))
    assert client.get("/api/v1/observations").get_json()["warnings"] == []


@pytest.mark.parametrize(("query", "then"), [("", False), ("?method=now", False), ("?method=then", True)])
def test_progress_is_judged_by_the_method_asked_for(client, shelf, query, then):
    assert client.get(f"/api/v1/progress{query}").status_code == 200
    assert shelf.method_then is then


def test_a_reading_means_its_day(client, shelf):
    assert client.get("/api/v1/progress?reading=first").get_json()["count"] == 17
    assert str(shelf.asked[-1][0]) == "2023-07-28"


def test_desk_research_is_asked_for_by_name(client, shelf):
    client.get("/api/v1/evidence?source_class=desk_research")
    assert shelf.asked[-1] == (shelf.snapshot(desk_research=True).newest_source, True)
    client.get("/api/v1/evidence")
    assert (None, False) in shelf.asked


def test_pages_are_linked(client):
    answer = client.get("/api/v1/observations?limit=2&offset=2")
    body, links = answer.get_json(), answer.headers.getlist("Link")
    assert (body["count"], len(body["data"])) == (8, 2)
    assert '</api/v1/observations?limit=2&offset=4>; rel="next"' in links
    assert '</api/v1/observations?limit=2&offset=0>; rel="prev"' in links
    odd = client.get("/api/v1/observations?limit=3&offset=1").headers.getlist("Link")
    assert '</api/v1/observations?limit=3&offset=0>; rel="prev"' in odd


@pytest.mark.parametrize(
    ("address", "parameter"),
    [
        ("observations?countries=XYZ", "countries"),
        ("observations?countries=KAZ,XYZ", "countries"),
        ("observations?indicator=NO-1", "indicator"),
        ("observations?as_of=yesterday", "as_of"),
        ("observations?as_of=2023-02-30", "as_of"),
        ("observations?as_of=1690502400", "as_of"),
        ("observations?as_of=2023-07-28T00:00:00", "as_of"),
        ("observations?period_from=2022-S1", "period_from"),
        ("observations?period_to=2022-13", "period_to"),
        ("observations?source_class=gossip", "source_class"),
        ("observations?sex=x' OR 1=1 --", "sex"),
        ("observations?format=yaml", "format"),
        ("observations?limit=0", "limit"),
        ("observations?limit=many", "limit"),
        ("observations?offset=-1", "offset"),
        *((f"{name}?sort=value", "sort") for name in LISTS),
        ("evidence?kind=rumour", "kind"),
        ("evidence?q=" + "a" * 300, "q"),
        ("progress?pillar=p5", "pillar"),
        ("progress?reading=none", "reading"),
        ("framework?lang=xx", "lang"),
        ("differences?status=perhaps", "status"),
        ("differences?countries=XYZ", "countries"),
    ],
)
def test_problems_name_the_parameter(client, address, parameter):
    answer = client.get(f"/api/v1/{address}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    body = answer.get_json()
    assert (body["status"], body["title"], body["type"]) == (400, "Bad Request", "about:blank")
    assert [e["parameter"] for e in body["errors"]] == [parameter]
    assert parameter in body["detail"]


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/v1", "/api/v1/", "/api/v2/observations", "/api/v1/observations/1"]
)
def test_unknown_addresses_are_problems(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.get_json()["instance"] == path


def test_nothing_can_be_written(client):
    answer = client.post("/api/v1/observations", json={})
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.options("/api/v1/observations").headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_store_out_of_reach_is_a_problem(client, shelf, monkeypatch):
    def fail(**_):
        raise StoreUnavailable("sqlite:///secret")

    monkeypatch.setattr(shelf, "snapshot", fail)
    answer = client.get("/api/v1/observations")
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert "secret" not in answer.text


def test_a_fault_is_a_problem_with_a_reference_and_without_its_cause(client, shelf, monkeypatch, caplog):
    def fail(**_):
        raise RuntimeError("the cause")

    monkeypatch.setattr(shelf, "snapshot", fail)
    answer = client.get("/api/v1/observations")
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "the cause" not in answer.text
    reference = answer.get_json()["detail"].split()[-1].rstrip(".")
    assert reference in caplog.records[-1].getMessage()


def test_pages_keep_their_own_answers(client):
    assert client.get("/countries").text == "page"


def test_the_description_is_valid_and_complete(client):
    answer = client.get("/api/v1/openapi.json")
    document = answer.get_json()
    OpenAPIV31SpecValidator(document).validate()
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {f"/api/v1/{name}" for name in LISTS}
    assert "http" not in answer.text
    for path in document["paths"].values():
        assert path["get"]["summary"]
        assert path["get"]["responses"]["200"]["content"]["application/json"]["example"]
        assert all("example" in parameter for parameter in path["get"]["parameters"])
        assert "sort" not in {parameter["name"] for parameter in path["get"]["parameters"]}
    again = client.get("/api/v1/openapi.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_examples_speak_of_promised_columns():
    for path in describe()["paths"].values():
        content = path["get"]["responses"]["200"]["content"]["application/json"]
        promised = content["schema"]["properties"]["data"]["items"]["properties"]
        assert set(content["example"]["data"][0]) <= set(promised)


def test_a_script_of_another_site_may_read_data_and_nothing_else(client):
    allowed = "Access-Control-Allow-Origin"
    for path in ("/api/v1/observations", "/api/v1/progress?format=csv", "/api/v1/openapi.json"):
        answer = client.get(path, headers={"Origin": "https://news.example"})
        assert answer.headers[allowed] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers
        known = client.get(path, headers={"If-None-Match": answer.headers["ETag"]})
        assert (known.status_code, known.headers[allowed]) == (304, "*")
    assert allowed not in client.get("/countries").headers
    assert allowed not in client.get("/api/v1/observations?limit=x").headers
    for method in (client.post, client.options, client.delete):
        assert allowed not in method("/api/v1/observations").headers


def test_head_is_answered(client):
    answer = client.head("/api/v1/observations")
    assert (answer.status_code, answer.data) == (200, b"")


@pytest.mark.parametrize(("name", "maker"), [("observations", "_observation"), ("evidence", "_statement")])
def test_a_page_makes_its_own_rows_alone(client, name, maker, monkeypatch):
    whole = client.get(f"/api/v1/{name}").json["data"]
    made, make = [], getattr(records, maker)
    monkeypatch.setattr(records, maker, lambda record, *more: made.append(record) or make(record, *more))
    assert client.get(f"/api/v1/{name}?offset=1&limit=1").json["data"] == whole[1:2]
    assert len(made) == 1
