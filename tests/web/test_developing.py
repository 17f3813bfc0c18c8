"""`python app.py`: the dashboard for who changes it, with hot reload and Dash's dev tools."""

import json
import os
import re
import socket
import subprocess
import sys

from tests.serving import ROOT, serving
from tests.web.reading import get

COMMAND = (sys.executable, "app.py")


def test_it_answers_with_dev_tools_and_hot_reload(tmp_path) -> None:
    with serving(tmp_path, command=COMMAND) as base:
        status, page, _ = get(f"{base}/?lang=en")
        (config,) = re.findall(r'id="_dash-config" type="application/json">(.*?)</script>', page)
        found = json.loads(config)
        assert (status, bool(found["ui"]), bool(found["hot_reload"])) == (200, True, True)
        assert get(f"{base}/assets/none.css")[0] == 404


def test_a_port_that_is_taken_is_named_with_the_way_to_another(tmp_path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = {"BUKHARA_PORT": str(port), "BUKHARA_VAR_DIR": str(tmp_path)}
        done = subprocess.run(COMMAND, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"port {port} is taken: BUKHARA_PORT={port + 1} make run\n")
