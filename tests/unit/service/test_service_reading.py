"""Opening, seeding, reading and templates through the service."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bukhara.errors import StoreUnavailable
from bukhara.model.codes import SourceClass
from bukhara.model.source import Source
from bukhara.service import Service
from bukhara.service.operation.seed import release_groups, shipped_workbooks
from bukhara.service.publish_result import Checked
from bukhara.settings import Settings
from bukhara.workbook import WorkbookReading
from tests.unit.service.little_data import LETTER, REPORT, save, small_settings, statement

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return small_settings(tmp_path)


def test_the_first_need_publishes_the_data_folder_as_release_1(service: Service) -> None:
    assert service.ready() == 1
    (release,) = service.releases()
    assert (release.actor, release.created_at) == ("system", NOW)
    assert [row.country for row in service.snapshot().statements] == ["KAZ", "UZB"]


def test_later_changes_of_the_data_folder_are_not_picked_up(service: Service, settings: Settings) -> None:
    service.ready()
    save(settings.data_dir / "trackers" / "KAZ.xlsx", statement(statement="Another step."))
    assert Service(settings).snapshot().statements[0].statement == "A step was taken."


def test_an_empty_data_folder_gives_an_empty_release(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "empty").mkdir()
    empty = settings.model_copy(update={"data_dir": tmp_path / "empty"})
    assert Service(empty).snapshot().statements == ()


def test_a_data_folder_that_is_not_there_is_named_and_nothing_is_stored(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(StoreUnavailable, match="nowhere"):
        Service(settings.model_copy(update={"data_dir": tmp_path / "nowhere"})).ready()
    assert len(Service(settings).snapshot().statements) == 2


def test_workbooks_are_found_wherever_they_lie_in_the_data_folder(tmp_path: Path, settings: Settings) -> None:
    for name in ("KAZ.xlsx", "round/UZB.xlsx"):
        save(tmp_path / "mine" / name, statement(Path(name).stem))
    mine = settings.model_copy(update={"data_dir": tmp_path / "mine"})
    assert [each.country for each in Service(mine).snapshot().statements] == ["KAZ", "UZB"]


def test_a_faulty_shipped_workbook_is_named_and_nothing_is_stored(settings: Settings) -> None:
    (settings.data_dir / "trackers" / "KGZ.xlsx").write_text("no workbook")
    with pytest.raises(StoreUnavailable, match=r"KGZ\.xlsx"):
        Service(settings).ready()
    (settings.data_dir / "trackers" / "KGZ.xlsx").unlink()
    assert Service(settings).ready() == 1


def test_as_of_is_by_default_the_day_of_the_latest_reading(service: Service) -> None:
    assert service.snapshot().as_of == date(2023, 7, 28)


def test_a_day_before_a_source_knows_nothing_of_it(service: Service) -> None:
    before = service.snapshot(as_of=date(2023, 7, 27))
    assert (before.sources, before.statements) == ((), ())


def test_as_of_and_release_are_two_clocks(service: Service, tmp_path: Path) -> None:
    later = statement(source_id=LETTER.source_id, statement="Said in a letter.")
    service.publish([save(tmp_path / "x.xlsx", later, sources=(LETTER,))], "tester", "a letter")
    before, after = date(2025, 2, 28), date(2025, 12, 31)
    assert len(service.snapshot(as_of=before).statements) == 2
    assert len(service.snapshot(as_of=after).statements) == 3
    assert len(service.snapshot(as_of=after, release=1).statements) == 2


def test_the_same_question_gives_the_same_snapshot(service: Service) -> None:
    assert service.snapshot() is service.snapshot(release=1)


def test_a_view_is_made_once_a_snapshot(service: Service) -> None:
    made: list[int] = []

    def build(snapshot: object, n: int) -> int:
        made.append(n)
        return n

    assert [service.view(build, service.snapshot(), 3) for _ in range(2)] == [3, 3]
    assert service.view(build, service.snapshot(as_of=date(2020, 1, 1)), 3) == 3
    assert made == [3, 3]


def test_two_services_on_one_store_see_the_same_releases(service: Service, settings: Settings, tmp_path: Path) -> None:
    other = Service(settings)
    other.snapshot()
    later = statement(source_id=LETTER.source_id, statement="Another.")
    service.publish([save(tmp_path / "x.xlsx", later, sources=(LETTER,))], "tester", "n")
    assert other.snapshot().release.number == 2


def test_a_closed_service_opens_again(service: Service) -> None:
    service.ready()
    service.close()
    assert service.snapshot().sources == (REPORT,)


def test_invented_figures_never_pass_for_the_real_record(service: Service, settings: Settings) -> None:
    service.ready()
    service.close()
    with pytest.raises(StoreUnavailable, match="the real record"):
        Service(settings.model_copy(update={"exercise": True})).ready()


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "sheet.xlsx"


def test_a_template_holds_the_last_rows_and_its_base(service: Service, sheet: Path) -> None:
    later = statement(source_id=LETTER.source_id, statement="Said in a letter.")
    service.publish([save(sheet, later, sources=(LETTER,))], "tester", "n")
    sheet.write_bytes(service.template("KAZ", "ru"))
    reading = service.check(sheet)
    assert reading.acceptable, reading.findings
    assert (reading.base_release, reading.countries) == (2, ("KAZ",))
    assert len(reading.statements) == 2
    assert not service.publish([sheet], "tester", "untouched").changed


def test_an_empty_template_holds_no_answers(service: Service, sheet: Path) -> None:
    sheet.write_bytes(service.template("KAZ", empty=True))
    assert service.check(sheet).statements == ()


DATA = Path("data")


def _checked(name: str, year: int = 2025) -> Checked:
    source = Source(source_id=f"s{year}", source_class=SourceClass.EXERCISE, title="", body="", date=date(year, 1, 1))
    return Checked(DATA / name, WorkbookReading(readable=True, findings=(), sources=(source,)))


def _names(*checked: Checked, exercise: bool = True) -> list[list[str]]:
    return [[each.path.name for each in group] for group in release_groups(checked, DATA, exercise=exercise)]


def test_shipped_workbooks_make_one_release() -> None:
    assert _names(_checked("trackers/a.xlsx"), _checked("updates/b.xlsx", 2026), exercise=False) == [
        ["a.xlsx", "b.xlsx"]
    ]


def test_folders_of_an_exercise_are_its_rounds() -> None:
    later, earlier = _checked("round-2/a.xlsx", 2024), _checked("round-1/trackers/b.xlsx")
    assert _names(later, earlier) == [["b.xlsx"], ["a.xlsx"]]


@pytest.mark.parametrize("folder", ["", "trackers/"])
def test_loose_workbooks_of_an_exercise_go_by_the_day_of_their_sources(folder: str) -> None:
    found = [_checked(f"{folder}a-2.xlsx", 2026), _checked(f"{folder}b-1.xlsx"), _checked(f"{folder}b-2.xlsx", 2026)]
    assert _names(*found) == [["b-1.xlsx"], ["a-2.xlsx", "b-2.xlsx"]]


def test_only_workbooks_of_the_known_folders_are_shipped(tmp_path: Path) -> None:
    for name in ("trackers/b.xlsx", "trackers/a.xlsx", "trackers/~$a.xlsx", "exercise/c.xlsx", "partners/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in shipped_workbooks(tmp_path, exercise=False)] == ["a.xlsx", "b.xlsx"]
    assert [path.name for path in shipped_workbooks(tmp_path / "exercise", exercise=True)] == ["c.xlsx"]
