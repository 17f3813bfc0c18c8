"""UNODC's two editions: what the importer makes of the files, counted both ways, and what the later one revises.

`tests/fixtures/glotip` are the files as they were given, packed.
"""

import csv
import gzip
import io
import re
from collections import Counter
from datetime import date
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from bukhara.cli import main
from bukhara.comparability.differences import differences
from bukhara.comparability.editions import differences_by_edition, edition_revisions
from bukhara.exports.records import HIDDEN, revisions
from bukhara.model.difference import DifferenceKind
from bukhara.model.revision import RevisionKind
from bukhara.service.operation.seed import EDITIONS
from bukhara.workbook import read
from tests.serving import ROOT
from wings.unodc_import.glotip import DATASET, MEASURES, read_glotip

FILES = {"2024-05-17": "2024-05", "2025-04-14": "2025-04-14"}
MASKED = {"2024-05-17": 367, "2025-04-14": 628}
KEY = ("Iso3_code", "Indicator", "Dimension", "Category", "Sex", "Age", "Year")


def given(edition):
    text = gzip.decompress((ROOT / f"tests/fixtures/glotip/{FILES[edition]}.csv.gz").read_bytes()).decode()
    return text, list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def imported(tmp_path_factory, framework):
    """Each edition: the rows of the file, and what the importer makes of the file."""
    found = {}
    for edition in FILES:
        text, rows = given(edition)
        file = tmp_path_factory.mktemp("glotip") / "file.csv"
        file.write_text(text, encoding="utf-8")
        found[edition] = rows, read_glotip(file, framework)
    return found


@pytest.fixture(scope="module")
def shipped(framework):
    """The workbooks of both editions in data/, read."""
    return {name: read(ROOT / "data" / EDITIONS / f"{DATASET}-{name}.xlsx", framework) for name in FILES}


@pytest.mark.parametrize("edition", FILES)
def test_rows_by_state_and_measure_are_those_of_the_file_counted_both_ways(imported, shipped, edition) -> None:
    rows, file = imported[edition]
    of_file = Counter((row["Iso3_code"], MEASURES[row["Indicator"]][0]) for row in rows)
    assert file.left_out == ()
    assert file.counts == of_file
    assert Counter((o.country, o.indicator) for o in shipped[edition].observations) == of_file
    sums = Counter()
    for row in rows:
        if row["txtVALUE"] != "<5":
            sums[row["Iso3_code"], MEASURES[row["Indicator"]][0]] += int(row["txtVALUE"].replace(",", ""))
    assert {
        key: sum(o.value or 0 for o in file.observations if (o.country, o.indicator) == key) for key in sums
    } == sums


@pytest.mark.parametrize("edition", FILES)
def test_every_masked_cell_is_a_range_and_no_other_is(imported, shipped, edition) -> None:
    masked = {(o.country, o.source_locator) for o in shipped[edition].observations if o.is_masked}
    printed = [row for row in imported[edition][0] if row["txtVALUE"] == "<5"]
    assert len(masked) == len(printed) == MASKED[edition]
    for figure in shipped[edition].observations:
        assert (figure.quote == "<5") == figure.is_masked == (figure.value is None)
        assert not figure.is_masked or (figure.value_low, figure.value_high) == (0, 4)


def test_printed_words_are_kept_and_mapped(shipped) -> None:
    figures = shipped["2025-04-14"].observations
    codes = {o.source_locator.split("; ")[2]: o.citizenship for o in figures if o.citizenship}
    assert (codes["Kazaki"], codes["Uzbecki"], codes["Vietnamese"]) == ("KAZ", "UZB", "VNM")
    assert (codes["(empty)"], codes["Unknown"]) == ("not_stated", "unknown")
    assert {o.sex for o in figures} == {"", "female", "male", "other"}
    assert {o.territorial_scope for o in figures if o.stage == "repatriated"} >= {"abroad", "not_stated", "UKR"}
    assert "form_of_exploitation" not in {finding.column for finding in shipped["2025-04-14"].findings}


def test_the_layout_of_the_portal_is_read_whole_world_and_all(tmp_path, framework, imported) -> None:
    """As in the portal's own file: an address, the day, the heading in row 3, a sheet that says it is the cell A1."""
    rows, wanted = imported["2025-04-14"]
    book = Workbook()
    sheet = book.active
    sheet.append(["UNODC", '=HYPERLINK("[mailto:unodc_ddds@un.org]", "unodc_ddds@un.org")'])
    sheet.append(["14/04/2025"])
    sheet.append(list(rows[0]))
    for n, row in enumerate(rows):
        number = row["txtVALUE"]
        sheet.append([int(number) if key == "txtVALUE" and number.isdigit() else cell for key, cell in row.items()])
        if n % 3 == 0:
            sheet.append([{"Iso3_code": "AFG", "Country": "Afghanistan"}.get(key, cell) for key, cell in row.items()])
    book.save(tmp_path / "saved.xlsx")
    with ZipFile(tmp_path / "saved.xlsx") as saved, ZipFile(tmp_path / "data_glotip.xlsx", "w") as made:
        for name in saved.namelist():
            made.writestr(name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', saved.read(name)))
    found = read_glotip(tmp_path / "data_glotip.xlsx", framework)
    assert found.edition == date(2025, 4, 14)
    assert found.other_countries == -(-len(rows) // 3)
    assert found.observations == wanted.observations


def command(*arguments):
    with pytest.raises(SystemExit) as left:
        main(["import", "glotip", *map(str, arguments)])
    return left.value.code


def test_what_is_left_out_is_named_with_its_row(tmp_path, capsys) -> None:
    head, *lines = given("2024-05-17")[0].splitlines()
    strange = lines[0].replace("Persons convicted", "Persons acquitted")
    file = tmp_path / "file.csv"
    file.write_text("\n".join((head, strange, *lines[1:9])), encoding="utf-8")
    assert command(file, "-o", tmp_path / "made.xlsx", "--edition", "2024-05-17") == 1
    errors = capsys.readouterr().err
    assert "Imported: 8 rows" in errors
    assert "row 2, Indicator: “Persons acquitted”" in errors
    assert command(file, "-o", tmp_path / "made.xlsx") == 64
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    assert command(file, "-o", tmp_path / "made.xlsx", "--edition", "2024-05-17") == 2
    assert "No heading of UNODC's file" in capsys.readouterr().err


@pytest.fixture(scope="module")
def revised(shipped):
    """The revisions of the edition of 2025."""
    figures = [o for each in shipped.values() for o in each.observations]
    sources = [source for each in shipped.values() for source in each.sources]
    (found,) = edition_revisions(figures, sources, date.max)
    return found


def test_every_revision_has_the_old_and_the_new_value(imported, revised) -> None:
    old, new = ({tuple(row[k] for k in KEY): row["txtVALUE"] for row in imported[name][0]} for name in FILES)
    counts = Counter(each.kind for each in revised.revisions)
    assert len(revised.changed) == 143 == sum(old[key] != new[key] for key in old.keys() & new.keys())
    assert counts[RevisionKind.NO_LONGER_PUBLISHED] == 16 == len(old.keys() - new.keys())
    assert counts[RevisionKind.ADDED] == 347 == len(new.keys() - old.keys())
    assert all(each.before.quote != each.after.quote for each in revised.changed)


def test_a_number_that_is_masked_now_is_not_repeated(revised) -> None:
    release = SimpleNamespace(number=3)
    made = revisions(SimpleNamespace(release=release, sources=(), newest_source=date(2025, 4, 14)), [revised])
    rows = [dict(zip(made.columns, row, strict=True)) for row in made.rows]
    masked = [row for row in rows if row["kind"] == "now_masked"]
    assert [(row["old"], row["new"]) for row in masked] == [(HIDDEN, "<5")] * 6
    assert all(row["old"] != row["new"] for row in rows)


def test_differences_with_the_report_are_found_by_the_rules(shipped, figures) -> None:
    rows = [*figures, *(o for each in shipped.values() for o in each.observations)]
    sources = [source for each in shipped.values() for source in each.sources]
    found = differences_by_edition(rows, sources)
    assert set(differences(figures)) <= set(found)
    new = [d for d in found if any(o.source_id.endswith("2025-04-14") for o in d.observations)]
    pairs = {(d.country, d.kind, d.first, d.second) for d in new}
    assert ("KGZ", DifferenceKind.TWO_VALUES, 14, 6) in pairs
    assert ("TJK", DifferenceKind.PART_LARGER, 58, 86) in pairs
    # equal numbers (Kazakhstan 2020 and 2021, Tajikistan 2022) and a part of a total (17 of 35) are none
    assert {(first, second) for _, _, first, second in pairs} == {(14, 6), (58, 86), (30, 39)}
    editions = [{o.source_id for o in d.observations if o.is_international} for d in found]
    assert all(len(each) < 2 for each in editions), "two editions are never compared"
    assert not [d for d in found if all(o.is_international for o in d.observations)]
    assert not [d for d in found if any(o.is_masked for o in d.observations)]
