"""The key that signs cookies and tokens: strong where others read, made once and kept where none is set."""

import pytest

from bukhara.errors import UnsafeSettings
from bukhara.settings import Settings, refuse_unsafe
from tests.web.desk_client import desk_site


@pytest.mark.parametrize("key", ["", "dev", "secret", "change-me", "x" * 40, "replace-this-with-a-random-secret-key!"])
def test_a_weak_key_does_not_start_for_others(key) -> None:
    with pytest.raises(UnsafeSettings):
        refuse_unsafe(Settings(_env_file=None, host="0.0.0.0", base_url="https://a.example", secret_key=key))


def test_a_key_is_made_once_and_readable_by_its_owner_alone(tmp_path) -> None:
    first = desk_site(tmp_path, secret_key="").app.server.secret_key
    assert desk_site(tmp_path, secret_key="").app.server.secret_key == first
    assert len(first) >= 32
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_set_key_is_not_written_down(tmp_path) -> None:
    desk_site(tmp_path)
    assert not (tmp_path / "secret.key").exists()
