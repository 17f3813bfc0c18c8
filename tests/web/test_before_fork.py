"""Workers share the application made before them, so nothing may hold the store open by then."""

import subprocess
import sys

from tests.serving import ROOT

PROGRAM = """
import gc, sys
import app
service = app.create_server().config["SERVICE"]
print(service._store, gc.get_freeze_count() > 100_000, "scipy" in sys.modules)
"""


def test_the_application_is_made_without_opening_the_store_and_is_shared_as_it_is(tmp_path) -> None:
    environment = {"BUKHARA_VAR_DIR": str(tmp_path), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["None", "True", "False"], done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]
