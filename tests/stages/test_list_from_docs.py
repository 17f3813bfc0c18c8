"""The list of themes replaced as docs/framework.md says: with its edits and its commands, and nothing else."""

import re
import shlex
import shutil
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

from bukhara.cli import main
from bukhara.exports.brief import brief
from bukhara.exports.packs import WRITERS
from bukhara.i18n.words import words_of
from bukhara.model.codes import Scope, Status
from bukhara.pack import PackChoice
from bukhara.situation.counts import count_country
from bukhara.situation.situation import situations
from bukhara.views.countries import country
from tests.filled_in import FilledIn
from tests.seeded import begin_as, shipped
from tests.serving import ROOT
from tests.stages.new_list import COMMANDS, DECLARATION, edited
from tests.stages.secretariat import Secretariat
from tests.stages.sentences import pages_of
from tests.stages.stages import ANSWERED, Stages
from tests.web.site_client import SECRETARIAT, VIEWER, Site, new_site

THEN = "2023-07-28"
GONE = {"BD-14a", "BD-2"}
RELEASE = re.compile(r"(elease|данных) \d+|\d+ \w+ 2026|2026\.\d")


def typed(line: str, folder: Path) -> int:
    """Do what a line of the page says in a folder with the store and the framework; return how it ended."""
    code = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("BUKHARA_VAR_DIR", str(folder))
        patch.setenv("BUKHARA_FRAMEWORK_FILE", str(folder / "draft.yaml"))
        for program, *words in map(shlex.split, line.split("; ")):
            if program == "bukhara":
                with pytest.raises(SystemExit) as ended:
                    main(words)
                code = ended.value.code or 0
            elif program == "cp":
                shutil.copy(*words)
            else:
                assert [program, *words] == ["export", "BUKHARA_FRAMEWORK_FILE=draft.yaml"]
    return code


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the list was replaced."""
    folder = tmp_path_factory.mktemp("list")
    shutil.copy(shipped(exercise=False).settings.var_dir / "bukhara.sqlite", folder)
    shutil.copy(ROOT / "indicators.yaml", folder)
    (folder / "declaration.txt").write_text(DECLARATION, encoding="utf-8")
    for line in COMMANDS:
        assert typed(line.replace("NAME", "lena"), folder) == 0, line
        if "draft.yaml;" in line:
            draft = folder / "draft.yaml"
            draft.write_text(edited(draft.read_text(encoding="utf-8")), encoding="utf-8")
        if "template REG" in line:
            filled = FilledIn((folder / "REG.xlsx").read_bytes())
            filled.on("Sources").add(
                source_id="declaration", source_class="conference_report", title="Bukhara Declaration",
                body="Conference of Bukhara", date="2021-11-25", language="en",
            )  # fmt: skip
            (folder / "REG.xlsx").write_bytes(filled.saved())
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    """Return the site with the new list."""
    made = new_site(folder, actor=VIEWER, real=True, made=True, framework_file=folder / "indicators.yaml")
    begin_as(made.service, shipped(exercise=False))
    return made


def test_every_page_answers_with_the_new_list_and_names_nothing_that_left_it(site: Site) -> None:
    framework = site.service.snapshot().framework
    listed = {item.id for item in framework.items}
    assert {"BD-18", "BD-19", "BD-20"} <= listed
    assert listed & GONE == set()
    assert (len(framework.countries), len(framework.instrument.articles)) == (6, 5)
    # of each theme the cell of one state, the states in turn
    themes = [item.id for item in framework.items if item.scope is Scope.COUNTRY]
    cells = list(zip(cycle([state.code for state in framework.countries]), themes, strict=False))
    pages = {path: html for path, _, html in pages_of(site, cells, ("en",))}
    # the notes of the versions of the framework are on the page Method
    own = ("/method", *(f"/themes/{item}" for item in GONE))
    assert [path for path, html in pages.items() if path not in own and re.search(r"BD-14a|BD-2\b", html)] == []
    assert {f"/evidence/{state}/{theme}" for state, theme in cells} <= pages.keys()
    assert "Article 3" in site.read("/themes/BD-18")
    assert "Article 3" in site.read("/declaration")
    assert "Bukhara Declaration" in site.read("/evidence/declaration")


def test_the_address_of_a_theme_that_left_the_list_says_when_and_leads_on(site: Site) -> None:
    for address in ("/themes/BD-14a", "/evidence/KAZ/BD-14a"):
        answer = site.client.get(f"{address}?lang=en")
        assert (answer.status_code, "This theme left the list on 24 November 2026." in answer.text) == (200, True)
        assert re.findall(r'href="(/themes/BD(?![^"]*countries=)[^"]*)"', answer.text) == [
            "/themes/BD-18?lang=en",
            "/themes/BD-19?lang=en",
            "/themes/BD-14a?lang=en&amp;as_of=2026-11-23",
        ]
    assert "left the list" not in site.read("/themes/BD-14a?as_of=2026-11-23")
    assert "Themes that show its rows" not in site.read("/themes/BD-2")
    gone = ("/themes/BD-99", "/themes/BD-18?as_of=2023-07-28", "/evidence/XXX/BD-14a")
    assert [site.client.get(address).status_code for address in gone] == [404, 404, 404]


def test_the_named_rows_moved_and_the_others_stayed(site: Site) -> None:
    found = {(s.country, s.item): s.status for s in situations(site.service.snapshot())}
    assert (found["KAZ", "BD-18"], found["UZB", "BD-18"]) == (Status.IN_PLACE, Status.NOT_ASKED)
    assert (found["KAZ", "BD-19"], found["UZB", "BD-19"]) == (Status.NOT_ASKED, Status.UNDER_WAY)
    rows = {(row.country, row.item, row.source_locator) for row in site.service.snapshot().statements}
    assert {(state, line) for state, item, line in rows if item in ("BD-18", "BD-19")} == {
        ("KAZ", "L211"),
        ("UZB", "L183 | L183"),
    }


def test_the_pages_of_the_old_day_are_as_before(site: Site, stages: Stages) -> None:
    before = stages.read("first start")
    states = [country.code for country in before.service.framework().countries]
    cells = [f"/evidence/{place}/{item}" for item in ("BD-14a", "BD-12", "AC-5") for place in states]
    paths = (*cells, "/evidence/REG/BD-2", *(f"/countries/{state}" for state in states))
    for path, language in zip(paths, cycle(("en", "ru"))):  # the languages in turn: five states are an odd number
        old, new = (
            RELEASE.sub("", each.read(f"{path}?as_of={THEN}&lang={language}", language)) for each in (before, site)
        )
        assert new == old, path
    counts = [
        {code: count_country(situations(each.service.snapshot(date.fromisoformat(THEN))), code) for code in states}
        for each in (before, site)
    ]
    assert counts[0] == counts[1]


def test_briefs_packs_and_templates_are_made_for_six_states(site: Site) -> None:
    snapshot = site.service.snapshot()
    for state in snapshot.framework.countries:
        page = brief(snapshot, site.service.view(country.build, snapshot, state.code), words_of("en"))
        assert "pending the text" not in str(page)
    for state in snapshot.framework.countries[::5]:
        asked = FilledIn(site.service.drafts.template(SECRETARIAT, state.code))
        items = {asked.value(row, "item") for row in asked.rows()}
        assert {"BD-18", "BD-20"} <= items
        assert items & GONE == set()
    pack = site.service.pack(PackChoice(languages=("en", "ru")))
    assert [kind for kind, write in WRITERS.items() if len(write(pack)) < 10_000] == []


def test_rows_of_a_retired_item_stay_in_the_record_and_no_new_ones_are_taken(stages: Stages) -> None:
    site = stages.open("articles loaded")
    office = Secretariat(site.service)

    def held() -> set[str]:
        return {row.evidence_id for row in site.service.newest().statements if row.item in GONE}

    before = held()
    office.plan(1, ANSWERED, "2024", "2026")
    assert held() == before != set()
    filled = FilledIn(site.service.drafts.template(SECRETARIAT, "KAZ"))
    source = office.source(filled, "KAZ", ANSWERED)
    filled.add(
        country="KAZ", item="BD-14a", indicator="BD-14a.1", kind="implementation", state="value", status="in_place",
        statement="The state pays for help.", lang="en", body=office.body("KAZ"), source_id=source,
    )  # fmt: skip
    for source_day, codes in ((ANSWERED, []), (date(2026, 11, 24), ["item-retired"])):
        sheet = filled.on("Sources")
        sheet.write(sheet.rows(source_id=source)[0], date=source_day)
        draft = site.service.drafts.receive(SECRETARIAT, "KAZ.xlsx", filled.saved())
        errors = [
            f.code for f in site.service.drafts.reading(SECRETARIAT, draft.draft_id).findings if f.severity == "error"
        ]
        assert errors == codes


def test_a_wrong_quote_article_or_locator_is_found_with_its_item(folder: Path, capsys) -> None:
    right = (folder / "draft.yaml").read_text(encoding="utf-8")
    place = right[: right.index("locator: L211}")].count("\n") + 1
    (folder / "other.txt").write_text(DECLARATION.replace("in turn", ""), encoding="utf-8")
    for old, new, text, said in (
        ('quote: "Victims receive help that is', 'quote: "Victims receive help that was', "declaration",
         "The quote of BD-18 does not stand in article 3."),
        ("locator: L211}", "locator: L212}", "declaration", f"draft.yaml:{place}: No row of BD-14a.1"),
        ("", "", "other", "Article 2 does not stand in the text of the Declaration"),
    ):  # fmt: skip
        (folder / "draft.yaml").write_text(right.replace(old, new), encoding="utf-8")
        assert typed(f"bukhara framework check draft.yaml --declaration {text}.txt", folder) == 1
        assert said in capsys.readouterr().out
    (folder / "draft.yaml").write_text(right, encoding="utf-8")
