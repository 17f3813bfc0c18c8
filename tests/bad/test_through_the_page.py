"""Bad workbooks sent to the page: each gets an answer that says what to do; the record stays as it was."""

import os
import re
from pathlib import Path

import pytest
from markupsafe import escape

from tests.bad.bad_shown import ALL_KINDS
from tests.bad.baseline import Bad
from tests.web.site_client import SECRETARIAT, new_site
from tests.web.upload_files import send

# what is found is tested without the page
SENT = ALL_KINDS[:: 1 if os.environ.get("TEST_ALL") else 60]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return new_site(tmp_path_factory.mktemp("through-the-page"), real=True)


@pytest.mark.parametrize("bad", SENT, ids=lambda bad: bad.name)
def test_a_bad_workbook_is_answered_by_a_page_that_says_what_to_do(site, bad: Bad) -> None:
    before = site.service.ready()
    answer = send(site, bad.content(), bad.file_name)
    assert answer.status_code in (303, 413), answer.status_code
    if answer.status_code == 303:
        html = site.html(answer.location)
        assert "Traceback" not in html
        assert bad.stops is ("Publish now" not in html)
        if bad.at and "!" in bad.at and not bad.at.endswith("!"):
            assert str(escape(bad.at)) in html
        # the page of a draft reads every other one that waits
        if draft := re.search(r"/upload/(\d+)", answer.location):
            site.service.drafts.withdraw(SECRETARIAT, int(draft[1]))
    assert site.service.ready() == before
    assert list(Path(site.settings.var_dir, "work").glob("*")) == []
