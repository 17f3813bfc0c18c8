"""Workers share the application made before them: the newest release is read by then, and no database is open."""

import subprocess
import sys

from tests.serving import ROOT

PROGRAM = """
import gc, os, sys, threading
import app
service = app.create_server().config["SERVICE"]
files = [os.readlink(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{each}")]
open_files = [each for each in files if "bukhara.sqlite" in each]
print(service._store, open_files, threading.active_count(), gc.get_freeze_count() > 100_000)
"""


def test_the_application_is_prepared_and_shared_as_it_is_and_holds_no_database(tmp_path) -> None:
    environment = {"BUKHARA_VAR_DIR": str(tmp_path), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["None", "[]", "1", "True"], done.stderr
    assert {"secret.key", "bukhara.sqlite"} <= {path.name for path in tmp_path.iterdir()}
