"""Several processes at the desk: five states at once, eight at the same rows, many at the same hour."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "service"))

from desk_house import LENA, desk_house

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bukhara.service import Service

HOUSE = Path(__file__).parents[1] / "unit" / "service"
_HEAD = f"""
import sys
from datetime import timedelta
from pathlib import Path
sys.path.insert(0, {str(HOUSE)!r})
from desk_house import *
from bukhara.errors import BaseOutdated
from tests.clock import NOW
folder, url, country = sys.argv[1:4]
clock = Clock()
service = desk_house(Path(folder), clock, database_url=url)
desk = service.drafts
"""


@pytest.fixture
def service(store_url: str, tmp_path: Path) -> Iterator[Service]:
    made = desk_house(tmp_path, database_url=store_url)
    made.ready()
    yield made
    made.close()


def at_once(service: Service, script: str, arguments: Sequence[str]) -> list[str]:
    """Start a process for each argument; each says that it is ready, then all are let go."""
    folder = service.settings.var_dir.parent
    code = _HEAD + textwrap.dedent(script)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(folder), service.settings.database_url, argument],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for argument in arguments
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    outputs = []
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        outputs.append(out.strip())
    return outputs


def test_five_states_at_once_make_five_releases(service: Service) -> None:
    script = """
        content = fresh(country)
        print("ready", flush=True)
        sys.stdin.readline()
        draft = desk.receive(LENA, country + ".xlsx", content)
        print(desk.publish(LENA, draft.draft_id, "by " + country).number)
    """
    states = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    numbers = at_once(service, script, states)
    assert sorted(numbers) == ["2", "3", "4", "5", "6"]
    letters = {row.country for row in service.held(6).statements if "letter" in row.source_id}
    assert letters == set(states)


def test_eight_at_the_same_rows_make_one_release_and_seven_are_told(service: Service) -> None:
    script = """
        content = said("By number " + country, "KAZ")
        print("ready", flush=True)
        sys.stdin.readline()
        draft = desk.receive(LENA, "kaz.xlsx", content)
        try:
            print(desk.publish(LENA, draft.draft_id, country).number)
        except BaseOutdated:
            print(desk.came_between(LENA, draft.draft_id)[0].number)
            print("told")
    """
    said = at_once(service, script, [str(n) for n in range(8)])
    assert sorted(said) == ["2", *["2\ntold"] * 7]
    assert service.ready() == 2
    drafts = service.drafts.drafts(LENA)
    assert sorted(draft.state for draft in drafts) == ["draft"] * 7 + ["published"]


def test_many_at_the_same_hour_publish_once(service: Service) -> None:
    script = """
        if country == "0":
            draft = desk.receive(LENA, "kaz.xlsx", said("At the hour."))
            desk.submit(LENA, draft.draft_id, "n")
            desk.approve(LENA, draft.draft_id, publish_at=NOW + timedelta(hours=1))
        service.ready()
        print("ready", flush=True)
        sys.stdin.readline()
        clock.advance(hours=2)
        service.publish_due()
        print(service.ready(), len(service.releases()))
    """
    assert at_once(service, script, [str(n) for n in range(5)]) == ["2 2"] * 5


def test_a_reader_sees_one_committed_release_or_the_next_never_a_mix(service: Service) -> None:
    script = """
        if country == "writer":
            contents = [workbook(statement("KAZ", statement=text), statement("KAZ", statement=text, quote="another five word quote"),
                        base=None) for text in ("odd", "even") * 4]
            print("ready", flush=True)
            sys.stdin.readline()
            for content in contents:
                desk.publish(LENA, desk.receive(LENA, "kaz.xlsx", content).draft_id, "n")
        else:
            print("ready", flush=True)
            sys.stdin.readline()
            seen = set()
            while service.ready() < 9:
                seen.add(tuple(row.statement for row in service.snapshot().statements if row.country == "KAZ"))
            print(seen <= {("A step was taken.",), ("odd", "odd"), ("even", "even")})
    """
    assert at_once(service, script, ["writer", "reader", "reader"])[1:] == ["True", "True"]
