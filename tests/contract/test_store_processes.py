"""Several processes: a start at the same moment, writers in a queue, a process killed in the middle."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from records import STAMP, a_statement, tracker

from bukhara.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = f"""
import os, signal, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from records import STAMP, a_statement, tracker
from bukhara.store import Store, publishing
store = Store(sys.argv[1])
"""


def _start(script: str, *arguments: str) -> subprocess.Popen[str]:
    code = _HEAD + textwrap.dedent(script)
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _outputs(processes: Sequence[subprocess.Popen[str]]) -> list[str]:
    found = []
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        found.append(out.strip())
    return found


def test_processes_that_start_at_once_migrate_and_seed_once(store_url: str) -> None:
    script = """
        store.migrate()
        print(store.seed([[tracker(a_statement())]], **STAMP))
    """
    seeded = _outputs([_start(script, store_url) for _ in range(3)])
    assert sorted(seeded) == ["False", "False", "True"]
    store = Store(store_url)
    assert (store.ready(), len(store.audit())) == (1, 1)
    store.engine.dispose()


def test_writers_wait_for_one_another_and_lose_nothing(store: Store, store_url: str) -> None:
    script = """
        for n in range(5):
            store.publish([tracker(a_statement(sys.argv[2], quote=str(n)))], **STAMP)
    """
    _outputs([_start(script, store_url, code) for code in ("KAZ", "KGZ", "UZB")])
    assert store.ready() == 15
    assert [row.quote for row in store.contents(15).statements] == ["4", "4", "4"]
    assert [entry.release for entry in store.audit()] == list(range(1, 16))


def test_a_process_killed_while_publishing_leaves_nothing(store: Store, store_url: str) -> None:
    store.publish([tracker(a_statement())], **STAMP)
    script = """
        publishing._audit = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)
        store.publish([tracker(a_statement("UZB"))], **STAMP)
    """
    process = _start(script, store_url)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert (store.ready(), len(store.contents(1).statements), len(store.audit())) == (1, 1, 1)
    assert store.publish([tracker(a_statement("UZB"))], **STAMP).number == 2


@pytest.mark.parametrize("acknowledged", [1, 3, 8])
def test_what_was_acknowledged_survives_a_kill_at_any_moment(store: Store, store_url: str, acknowledged: int) -> None:
    script = """
        for n in range(1000):
            print(store.publish([tracker(a_statement(quote=str(n)))], **STAMP).number, flush=True)
    """
    process = _start(script, store_url)
    assert process.stdout is not None
    seen = [int(process.stdout.readline()) for _ in range(acknowledged)]
    process.kill()
    seen += [int(line) for line in process.communicate(timeout=60)[0].split()]
    held = store.ready() or 0
    assert held in (seen[-1], seen[-1] + 1)
    assert [row.quote for row in store.contents(held).statements] == [str(held - 1)]
    assert len(store.audit()) == held
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
