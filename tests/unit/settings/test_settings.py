"""Settings: defaults, places, and what must not start."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bukhara.errors import UnsafeSettings
from bukhara.root import ROOT
from bukhara.settings import Settings, refuse_unsafe, variables_without_effect

SECRET = "0123456789abcdef" * 2


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EXERCISE", *(f"BUKHARA_{field.upper()}" for field in Settings.model_fields)):
        monkeypatch.delenv(name, raising=False)


def test_defaults_start_at_the_project_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    assert (settings.host, settings.port, settings.languages) == ("127.0.0.1", 8050, ("en", "ru"))
    assert (settings.var_dir, settings.data_dir) == (ROOT / "var", ROOT / "data")
    assert settings.framework_file == ROOT / "indicators.yaml"
    assert settings.database_url == f"sqlite:///{ROOT / 'var' / 'bukhara.sqlite'}"


@pytest.mark.parametrize("name", ["EXERCISE", "BUKHARA_EXERCISE"])
def test_an_exercise_has_its_own_folders(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    settings = Settings()
    assert (settings.exercise, settings.data_dir) == (True, ROOT / "data" / "exercise")
    assert settings.database_url == f"sqlite:///{ROOT / 'var' / 'exercise' / 'bukhara.sqlite'}"


def test_an_empty_variable_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXERCISE", "")
    monkeypatch.setenv("BUKHARA_PORT", "")
    assert (Settings().exercise, Settings().port) == (False, 8050)


def test_folders_that_are_set_hold_for_an_exercise_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUKHARA_VAR_DIR", "/tmp/x")
    monkeypatch.setenv("BUKHARA_DATA_DIR", "elsewhere")
    settings = Settings(exercise=True)
    assert (settings.var_dir, settings.data_dir) == (Path("/tmp/x"), ROOT / "elsewhere")


def test_languages_are_a_list_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUKHARA_LANGUAGES", "en, ru,en_XA")
    assert Settings().languages == ("en", "ru", "en_XA")


@pytest.mark.parametrize(
    "wrong", [{"port": 70000}, {"languages": "xx"}, {"languages": ""}, {"log_level": "LOUD"}, {"workers": 0}]
)
def test_values_that_mean_nothing_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings(**wrong)


@pytest.mark.parametrize(
    "wrong", ["monitor.example", "ftp://monitor.example", "https://", "https://a.example/?q=1", "https://a.example/a b"]
)
def test_an_address_that_readers_cannot_type_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        Settings(base_url=wrong)


@pytest.mark.parametrize("right", ["", "https://monitor.example", "http://192.0.2.7:8050/", "https://a.example/b/c/"])
def test_an_address_that_readers_can_type_is_taken(right: str) -> None:
    assert Settings(base_url=right).base_url == right
    assert not Settings(base_url=right).address.endswith("/")


def test_a_site_in_a_folder_of_another_one_has_its_own_address_of_both() -> None:
    settings = Settings(base_url="https://ministry.example/bukhara/")
    assert (settings.origin, settings.folder) == ("https://ministry.example", "/bukhara")
    assert settings.address == "https://ministry.example/bukhara"
    assert (Settings(base_url="https://a.example/").folder, Settings(base_url="").folder) == ("", "")


def test_a_file_of_settings_is_read_and_variables_go_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # with the mark that Windows puts before a text
    (tmp_path / "settings").write_text("BUKHARA_PORT=8051\nBUKHARA_LANGUAGES=en\nOTHER=1\n", encoding="utf-8-sig")
    monkeypatch.setitem(Settings.model_config, "env_file", tmp_path / "settings")
    monkeypatch.setenv("BUKHARA_LANGUAGES", "en,ru")
    assert (Settings().port, Settings().languages) == (8051, ("en", "ru"))


def test_a_variable_that_is_no_setting_is_named_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings").write_text(
        "# BUKHARA_OLD=1\nBUKHARA_PROT=8051\nBUKHARA_LANGUAGES=en\nOTHER=1\n", "utf-8-sig"
    )
    monkeypatch.setitem(Settings.model_config, "env_file", tmp_path / "settings")
    monkeypatch.setenv("BUKHARA_DISCLOSURE_WIDTH", "anything")
    refuse_unsafe(Settings())
    assert {"BUKHARA_DISCLOSURE_WIDTH", "BUKHARA_PROT"} <= set(variables_without_effect())
    assert not {"BUKHARA_OLD", "BUKHARA_LANGUAGES", "OTHER"} & set(variables_without_effect())


def test_the_secret_is_not_shown() -> None:
    assert SECRET not in repr(Settings(secret_key=SECRET))


@pytest.mark.parametrize(
    "unsafe",
    [
        {"host": "0.0.0.0"},
        {"host": "::"},
        {"host": "192.0.2.7", "secret_key": "short"},
        {"host": "0.0.0.0", "secret_key": SECRET},
        {"secret_key": "short"},
        {"database_url": "mysql://x"},
        {"database_url": "postgresql+psycopg:///bukhara"},
        {"languages": "ru"},
        {"disclosure_guard": False, "host": "192.0.2.7", "secret_key": SECRET},
        {"disclosure_guard": False, "secret_key": SECRET},
        {"disclosure_guard": False, "base_url": "https://example.org"},
    ],
)
def test_unsafe_settings_do_not_start(unsafe: dict[str, Any]) -> None:
    with pytest.raises(UnsafeSettings):
        refuse_unsafe(Settings(**unsafe))


@pytest.mark.parametrize(
    "safe", [{}, {"host": "localhost"}, {"host": "0.0.0.0", "secret_key": SECRET, "base_url": "https://a.example"}]
)
def test_safe_settings_start(safe: dict[str, Any]) -> None:
    refuse_unsafe(Settings(**safe))


@pytest.mark.parametrize("name", ["FLASK_DEBUG", "DASH_DEBUG", "DASH_UI", "DASH_HOT_RELOAD", "DASH_MCP_ENABLED"])
def test_a_switch_for_developers_does_not_start_for_others(monkeypatch, name) -> None:
    others = Settings(_env_file=None, base_url="https://monitor.example", secret_key=SECRET)
    monkeypatch.setenv(name, "false")
    refuse_unsafe(others)
    monkeypatch.setenv(name, "1")
    refuse_unsafe(Settings(_env_file=None))
    with pytest.raises(UnsafeSettings, match=name):
        refuse_unsafe(others)
