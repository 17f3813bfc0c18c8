"""A column is described once: with its field, its names in workbooks and a migration it is everywhere."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT

FIELD = '    court_level: Annotated[str, column(N_("Level of the court"), Role.COUNTED, Role.LATER, words="first last")] = ""\n'
NAMES = '    "court_level": Naming("инстанция", N_("Which court.")),\n'
MIGRATION = '''
"""Adds a column."""

import sqlalchemy as sa
from alembic import op

revision = "20991231"
down_revision = "NEWEST"


def upgrade() -> None:
    op.add_column("observation", sa.Column("court_level", sa.Text, nullable=False, server_default=""))
'''
EARLIER = """
from bukhara.store import Store
from tests.contract.records import STAMP, an_observation, statistics
store = Store("sqlite:///kept.sqlite")
store.migrate()
store.publish([statistics(an_observation())], STAMP)
"""
SURFACES = """
import csv, io
from dataclasses import replace
from pathlib import Path

from bukhara.comparability.keys import comparability_key, differing, facet_values
from bukhara.disclosure.breakdowns import measure_of
from bukhara.exports import columns, records
from bukhara.exports.to_csv import to_csv
from bukhara.i18n.changes import column_text, field_text
from bukhara.i18n.differences import sentence
from bukhara.i18n.subjects import subject
from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.store import Store
from bukhara.views.releases.row_pairs import paired
from bukhara.workbook import read
from bukhara.workbook.writing.template import write
from tests.contract.records import STAMP, an_observation, statistics
from tests.unit.exports.sample import sample
from tests.unit.workbook.forms import contents
from tests.unit.workbook.small_framework import FRAMEWORK

en, old = words_of("en"), an_observation()
first, last = (replace(old, court_level=each) for each in ("first", "last"))

# workbooks: written with its label and words, read back, and not asked of older ones
book = replace(contents(WorkbookKind.STATISTICS), observations=tuple(
    replace(each, court_level="last") for each in contents(WorkbookKind.STATISTICS).observations))
Path("book.xlsx").write_bytes(write(book, en))
reading = read(Path("book.xlsx"), FRAMEWORK)
assert [each.court_level for each in reading.observations] == ["last"] * len(book.observations), reading.findings

# the store: an older one is upgraded, its rows stay as they are, and the column is kept
store = Store("sqlite:///kept.sqlite")
store.migrate()
assert store.contents(1).observations == (old,)
assert store.publish([statistics(last)], STAMP).number == 2
assert store.contents(2).observations == (old, last)

# ids, comparison and disclosure
assert len({old.observation_id, first.observation_id, last.observation_id}) == 3
assert comparability_key(first) != comparability_key(last)
assert differing((first, last)) == ("court_level",)
assert "Level of the court" in sentence("court_level", facet_values("court_level", (first, last)), en)
assert measure_of(first) != measure_of(last)
assert paired([first, last], [last, first]) == {0: 1, 1: 0}

# open data
shown = sample()
shown = replace(shown, observations=tuple(replace(each, court_level="last") for each in shown.observations))
assert columns.OBSERVATIONS[-1] == "court_level"
assert {row[-1] for row in records.observations(shown).rows} == {"last"}
assert "court_level" in to_csv(records.observations(shown)).splitlines()[0]

# words: changes and what a figure counts
assert column_text("court_level", en) == "Level of the court"
assert field_text("court_level", "last", en) == "last"
assert "last" in subject(last, en)
"""


@pytest.fixture
def product(tmp_path: Path) -> Path:
    """A copy of the product with one more column of figures."""
    shutil.copytree(ROOT / "bukhara", tmp_path / "bukhara", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    put_before(tmp_path / "bukhara/model/observation.py", "\n    @property\n    def period(self)", FIELD)
    put_before(tmp_path / "bukhara/workbook/column_names.py", '    "sex": Naming(', NAMES)
    versions = tmp_path / "bukhara/store/migrations/versions"
    newest = max(versions.glob("[0-9]*.py")).name.split("_")[1]
    (versions / "9999_20991231_court_level.py").write_text(MIGRATION.lstrip().replace("NEWEST", newest))
    return tmp_path


def put_before(file: Path, line: str, added: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(line) == 1
    file.write_text(text.replace(line, added + line), encoding="utf-8")


def run(script: str, folder: Path, code: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(code)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr


def test_a_column_needs_its_field_its_names_and_a_migration(product) -> None:
    data = product / "data"
    data.mkdir()
    run(EARLIER, data, ROOT)
    run(SURFACES, data, product)
