"""The parts that pages are made of, each alone: nothing here starts the dashboard."""

import re
from pathlib import Path
from types import SimpleNamespace

import brotli
import pytest
from dash import dcc, html
from flask import Flask
from markupsafe import Markup

from bukhara.errors import ReleaseUnknown
from bukhara.model.marks import style
from bukhara.model.text import Text
from tests.unit.progress.build import framework, item, snapshot, source
from web import filters, first_paint
from web.components.passages import source_title
from web.fragment import Fragment
from web.page import Filter
from web.request import PageRequest, page_request_of
from web.static import plotly_bundle, stylesheet


class Shelf:
    """What a reader asks of a service: release 3 alone is there."""

    languages = ("en", "ru")
    settings = SimpleNamespace(languages=languages)

    def __init__(self) -> None:
        self.asked: list[tuple[object, object]] = []

    def snapshot(self, as_of=None, release=None, *, method_then=False):
        self.asked.append((as_of and as_of.isoformat(), release))
        if release not in (None, 3):
            raise ReleaseUnknown(release)
        return snapshot(framework(item()))


@pytest.fixture(autouse=True)
def shelf():
    """A service inside the context of a server."""
    server = Flask("test", static_folder=None)
    server.config["SERVICE"] = Shelf()
    with server.app_context():
        yield server.config["SERVICE"]


def asked(**query: str) -> PageRequest:
    return page_request_of("/themes", query)


@pytest.mark.parametrize("text", ["<b>plain</b>", "", None, 1])
def test_a_fragment_refuses_what_no_template_made(text) -> None:
    with pytest.raises(TypeError):
        Fragment(text)


@pytest.mark.parametrize(
    ("query", "language"),
    [({}, "en"), ({"lang": "ru"}, "ru"), ({"lang": "en_XA"}, "en_XA"), ({"lang": "xx"}, "en"), ({"lang": ""}, "en")],
)
def test_an_unknown_language_is_english(shelf, query, language) -> None:
    assert asked(**query).words.language == language


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, (None, None)),
        ({"as_of": "2023-07-28"}, ("2023-07-28", None)),
        ({"as_of": "yesterday"}, (None, None)),
        ({"as_of": "2023-02-30"}, (None, None)),
        ({"release": "3"}, (None, 3)),
        ({"release": "-1"}, (None, None)),
        ({"release": "٣"}, (None, None)),
        ({"release": "9" * 30}, (None, None)),
        ({"release": "1' OR 1=1"}, (None, None)),
    ],
)
def test_a_day_or_release_that_is_none_is_not_asked_for(shelf, query, expected) -> None:
    assert asked(**query).snapshot.release.number == 3
    assert shelf.asked == [expected]


def test_a_release_that_is_not_there_gives_the_newest_of_the_day(shelf) -> None:
    assert asked(release="9", as_of="2023-07-28").snapshot.release.number == 3
    assert shelf.asked == [("2023-07-28", 9), ("2023-07-28", None)]


def test_an_address_keeps_what_stays_chosen_and_no_other_selection() -> None:
    page_request = asked(lang="ru", as_of="2023-07-28", release="3", pillar="protection", tab="needs")
    kept = "lang=ru&as_of=2023-07-28&release=3&pillar=protection"
    assert page_request.href("/evidence", q="x") == f"/evidence?{kept}&q=x"


@pytest.mark.parametrize(
    ("changes", "address"),
    [({"lang": "ru"}, "/themes?lang=ru&q=a"), ({"q": ""}, "/themes?lang=en"), ({"q": "", "lang": ""}, "/themes")],
)
def test_an_address_changes_in_its_place(changes, address) -> None:
    assert asked(lang="en", q="a").here(**changes) == address


def test_a_value_cannot_break_out_of_an_address() -> None:
    assert asked().href("/evidence", q='"><script>&a=1') == "/evidence?q=%22%3E%3Cscript%3E%26a%3D1"


@pytest.mark.parametrize(("value", "selected"), [("a", "a"), ("c", ""), ("", ""), ("A", "")])
def test_a_selection_that_is_not_offered_is_none(value, selected) -> None:
    assert asked(kind=value).one_of("kind", ("a", "b")) == selected


def test_several_selections_are_in_the_order_offered() -> None:
    assert asked(country="UZB,XXX,KAZ,KAZ").many_of("country", ("KAZ", "UZB")) == ("KAZ", "UZB")


def test_a_query_is_text_of_limited_length() -> None:
    kept = page_request_of("/", {"q": "a" * 500, "n": 1, "k" * 99: "v"}).query
    assert kept == {"q": "a" * 200, "k" * 40: "v"}


def test_the_form_of_filters_offers_every_option_and_keeps_what_else_the_address_asks_for(shelf) -> None:
    selections = (Filter("p", "Pillar", (("a", "All"), ("b", "<One>")), "b"),)
    drawn = str(first_paint.to_html(filters.form(asked(lang="ru", p="b"), selections)))
    options = re.findall(r'<option value="([^"]*)"( selected)?>(.*?)</option>', drawn)
    assert options == [("a", "", "All"), ("b", " selected", "&lt;One&gt;")]
    assert re.findall(r'<input class="form-control" type="hidden" name="(.*?)" value="(.*?)" step="any">', drawn) == [
        ("lang", "ru")
    ]
    assert '<form action="/themes"' in drawn.replace('method="get" ', "")


@pytest.fixture
def tree(shelf):
    """Components of every kind that pages use."""
    return html.Div(
        [
            Fragment(Markup("<h1>Head</h1><p>of &lt;all&gt;</p>"), "head"),
            html.Main([html.Span("a < b"), None, 7, [html.P("nested")]], id="main", className="wrap", lang="ru"),
            filters.form(asked(), (Filter("p", "Pillar", (("a", "All"), ("b", "One")), "b"),)),
            html.Div("chart", role="group", **{"aria-label": 'T "q"'}),
        ]
    )


def test_the_first_paint_keeps_class_language_and_names(tree) -> None:
    drawn = first_paint.to_html(tree)
    assert '<main id="main" class="wrap" lang="ru">' in drawn
    assert 'role="group"' in drawn
    assert 'aria-label="T &#34;q&#34;"' in drawn


def test_the_first_paint_has_the_ids_that_links_lead_to_and_none_of_a_control(tree) -> None:
    assert re.findall(' id="(.*?)"', first_paint.to_html(tree)) == ["main"]


@pytest.mark.parametrize(
    ("node", "drawn"),
    [
        (html.A("x", href=" java\nscript:alert(1)"), '<a href="about:blank">x</a>'),
        (html.Iframe(src="DATA:text/html,x"), '<iframe src="about:blank"></iframe>'),
        (html.Img(src="data:image/png,x"), '<img src="data:image/png,x">'),
        (html.P(Markup("<b>")), "<p>&lt;b&gt;</p>"),
        (html.Details(open=False, hidden=True), '<details hidden=""></details>'),
        (html.P([None, True, False, 0]), "<p>0</p>"),
        (dcc.Markdown("# a"), "# a"),
    ],
)
def test_the_first_paint_runs_nothing_and_shows_what_scripts_would_show(node, drawn) -> None:
    assert first_paint.to_html(node) == drawn


BUNDLE = b"var Plotly = 1;"


@pytest.fixture
def bundle(tmp_path: Path):
    """A server with an invented chart library."""
    file = tmp_path / "plotly.br"
    file.write_bytes(brotli.compress(BUNDLE))
    server = Flask("bundle", static_folder=None)
    plotly_bundle.register(server, file)
    return server.test_client()


SUITE = "/_dash-component-suites/plotly/package_data/plotly.min.js"


@pytest.mark.parametrize("accepts", ["br", "gzip, br", "gzip", "", "identity", "br;q=0, gzip"])
def test_the_chart_library_is_answered_whatever_is_read(bundle, accepts) -> None:
    answer = bundle.get(SUITE, headers={"Accept-Encoding": accepts})
    packed = answer.headers.get("Content-Encoding") == "br"
    assert packed is ("br" in accepts and "q=0" not in accepts)
    assert (brotli.decompress(answer.data) if packed else answer.data) == BUNDLE
    assert (answer.mimetype, answer.headers["Vary"]) == ("text/javascript", "Accept-Encoding")


def sheet(folder: Path, **files: str) -> tuple[str, str]:
    (folder / "vendor").mkdir(parents=True)
    (folder / "vendor/bootstrap.css").write_text("v{}")
    for name, content in files.items():
        (folder / f"{name}.css").write_text(content)
    server = Flask("style", static_folder=None)
    stylesheet.register(server, folder)
    address = server.config["STYLESHEET"]
    return address, server.test_client().get(address).text


def test_the_address_of_the_style_is_that_of_its_content(tmp_path) -> None:
    first, _ = sheet(tmp_path / "1", base="a{}")
    assert sheet(tmp_path / "2", base="a{}")[0] == first
    assert sheet(tmp_path / "3", base="b{}")[0] != first


def test_the_style_is_packed_for_who_reads_brotli_and_plain_for_the_others(tmp_path) -> None:
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor/bootstrap.css").write_text("a{}")
    server = Flask("style", static_folder=None)
    stylesheet.register(server, tmp_path)
    address = server.config["STYLESHEET"]
    packed = server.test_client().get(address, headers={"Accept-Encoding": "br"})
    plain = server.test_client().get(address, headers={"Accept-Encoding": "br;q=0"})
    assert brotli.decompress(packed.data).decode() == plain.text
    assert plain.text.startswith("a{}")
    assert (packed.headers["Content-Encoding"], "Content-Encoding" in plain.headers) == ("br", False)


def test_style_sheets_follow_bootstrap_and_the_colours_of_marks_in_the_order_of_their_names(tmp_path) -> None:
    dark = '[data-bs-theme="dark"]'
    assert (
        sheet(tmp_path / "1", parts="p{}", base="b{}")[1] == f"v{{}}\n{style(dark)}\n{stylesheet.YEARS}\nb{{}}\np{{}}"
    )


def test_a_title_with_a_translation_of_its_own_is_marked_and_says_how_it_is_printed() -> None:
    printed = source(title="Letter 7", title_translation=Text.translated("Письмо 7", "en"))
    html_of = {each: first_paint.to_html(source_title(asked(lang=each), printed)) for each in ("en", "ru")}
    assert "Письмо" not in html_of["en"]
    assert "Письмо 7" in html_of["ru"]
    assert 'title="Letter 7"' in html_of["ru"]
