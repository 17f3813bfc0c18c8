"""What all formats must keep to, and the command that writes them."""

from dataclasses import replace

import pytest

from bukhara.cli import main
from bukhara.exports.packs import WRITERS
from bukhara.exports.records import observations
from bukhara.i18n.words import words_of
from bukhara.pack import PackChoice
from bukhara.pack.notes import quote_lines
from bukhara.pack.slides import Plots, Points, Quote, SlideKind, SlidePoint
from tests.pack.conftest import CASES
from tests.pack.test_running_order import DISCOURTEOUS


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_figures_of_slides_are_those_of_the_api(packs, record, invented, kind, language) -> None:
    table = observations({"record": record, "exercise": invented}[kind].snapshot())
    api = {row["observation_id"]: row for row in (dict(zip(table.columns, row, strict=True)) for row in table.rows)}
    slides = packs(kind, PackChoice(languages=(language,))).slides
    plots = [p for slide in slides for block in slide.blocks if isinstance(block, Plots) for p in block.plots]
    marks = [(plot.country, mark) for plot in plots for mark in (*plot.marks, *plot.beside)]
    assert marks
    for country, mark in marks:
        own = {name: value if value != "" else None for name, value in api[mark.figure.observation_id].items()}
        day = mark.figure.period_start.isoformat() if mark.figure.period_start else None
        shown = (country, mark.figure.value, mark.figure.state, mark.figure.qualifier, day)
        assert shown == tuple(own[n] for n in ("country", "value", "state", "qualifier", "period_start"))


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_every_format_is_the_same_bytes_twice(packs, written, form) -> None:
    assert WRITERS[form](packs("exercise", PackChoice(languages=("en",)))) == written("exercise", "en", form)


@pytest.mark.parametrize("kind", ["record", "exercise"])
def test_a_pack_of_one_state_has_its_slide_and_its_figures(packs, record, invented, kind) -> None:
    framework = {"record": record, "exercise": invented}[kind].framework()
    for country in framework.countries:
        pack = packs(kind, PackChoice(country=country.code))
        kinds = list(dict.fromkeys(slide.kind for slide in pack.slides))
        assert {SlideKind.TITLE, SlideKind.COUNTRY} <= set(kinds)
        plots = [p for s in pack.slides for b in s.blocks if isinstance(b, Plots) for p in b.plots]
        assert {plot.country for plot in plots} <= {country.code}
        assert not [s.title for s in pack.slides if DISCOURTEOUS.search(s.title)]


def test_a_choice_that_is_not_known_gives_the_usual_pack(packs) -> None:
    odd = packs("record", PackChoice(country="XXX", languages=("xx",), countries=("QQQ",), themes=(), measures=()))
    assert odd.slides == packs("record", PackChoice()).slides


def test_text_of_a_source_cannot_break_a_file(packs) -> None:
    pack = packs("exercise", PackChoice(languages=("en",)))
    odd = Points((SlidePoint(text="=1+1 \x00\x0b <b>&amp; #eval \ud800 {{7*7}} 漢字 😀", about="#strong[x]"),))
    slide = replace(pack.slides[0], blocks=(odd,), title="#let \x01 <x>")
    for form, write in WRITERS.items():
        assert write(replace(pack, slides=(slide,))), form


@pytest.mark.parametrize("form", ["pptx", "chair"])
def test_the_command_writes_each_format(record, monkeypatch, tmp_path, form) -> None:
    monkeypatch.setattr("bukhara.cli.options.current_service", lambda: record)
    path = tmp_path / f"pack.{form}"
    asked = ["--country", "kaz", "--lang", "ru", "--conference", "astana-2023"]
    with pytest.raises(SystemExit) as end:
        main(["pack", "--format", form, *asked, "-o", str(path)])
    assert end.value.code in (None, 0)
    assert path.read_bytes()[:2] in (b"PK", b"%P")


@pytest.mark.parametrize(
    "wrong", [("--format", "xlsx"), ("--lang", "xx"), ("--conference", "oslo"), ("--country", "NOR")]
)
def test_the_command_names_what_can_be_chosen(record, monkeypatch, tmp_path, capsys, wrong) -> None:
    monkeypatch.setattr("bukhara.cli.options.current_service", lambda: record)
    with pytest.raises(SystemExit) as end:
        main(["pack", "--format", "pptx", "-o", str(tmp_path / "x.pptx"), *wrong])
    assert end.value.code == 64
    assert "choose among" in capsys.readouterr().err
    assert not (tmp_path / "x.pptx").exists()


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_slide_cites_only_the_sources_of_what_it_shows(packs, kind, language) -> None:
    slides = packs(kind, PackChoice(languages=(language,))).slides
    ours = (SlideKind.TITLE, SlideKind.QUESTIONS)
    without = {line for slide in slides if slide.kind in ours for line in slide.sources}
    this_record = words_of(language)("this record, release {n}", n="")
    assert [this_record in line for line in without] == [True]
    for state in (slide for slide in slides if slide.kind is SlideKind.COUNTRY):
        own = state.title.split(":")[0] if kind == "exercise" else ""
        assert len(state.sources) == 1 or kind == "record", state.id
        assert own in state.sources[0]


def test_quotes_that_follow_each_other_name_their_source_once() -> None:
    quotes = [
        Quote(text, "Ministry", title, "line 1") for text, title in (("a", "Report"), ("b", "Report"), ("c", "Law"))
    ]
    assert quote_lines(quotes) == (
        "“a” — Ministry; Report, line 1",
        "“b” — Ministry; line 1",
        "“c” — Ministry; Law, line 1",
    )


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_annex_has_at_most_ten_slides(packs, kind, language) -> None:
    for country in ("", "KAZ" if kind == "record" else "XAA"):
        slides = packs(kind, PackChoice(languages=(language,), country=country)).slides
        assert 0 < sum(slide.is_hidden for slide in slides) <= 10
