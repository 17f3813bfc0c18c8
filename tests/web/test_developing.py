"""`python app.py`: the dashboard for who changes it, with hot reload and Dash's dev tools."""

import json
import re
import sys

from tests.serving import serving
from tests.web.reading import get


def test_it_answers_with_dev_tools_and_hot_reload(tmp_path) -> None:
    with serving(tmp_path, command=(sys.executable, "app.py")) as base:
        status, page, _ = get(f"{base}/?lang=en")
        found = json.loads(re.search(r'id="_dash-config" type="application/json">(.*?)</script>', page)[1])
        assert (status, bool(found["ui"]), bool(found["hot_reload"])) == (200, True, True)
