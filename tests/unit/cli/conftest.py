"""The command in this process, over its own small store."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bukhara.cli import main
from tests.unit.service.little_data import FRAMEWORK_FILE, small_settings


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    settings = small_settings(tmp_path)
    monkeypatch.delenv("EXERCISE", raising=False)
    monkeypatch.delenv("BUKHARA_DATABASE_URL", raising=False)
    monkeypatch.setenv("BUKHARA_VAR_DIR", str(settings.var_dir))
    monkeypatch.setenv("BUKHARA_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("BUKHARA_FRAMEWORK_FILE", str(FRAMEWORK_FILE))
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str | Path) -> Ran:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        streams = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Ran(left.value.code, streams.out, streams.err)

    return command
