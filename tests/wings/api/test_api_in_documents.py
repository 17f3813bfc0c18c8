"""The documents name addresses of the API that exist."""

import re

from tests.project.test_docs import everything
from wings.api.server import describe
from wings.api.wing import DESCRIPTION


def test_no_document_names_an_address_of_the_api_that_does_not_exist() -> None:
    spoken = set(re.findall(r"/api/v1/[\w.]+", everything()))
    assert spoken - set(describe()["paths"]) == {DESCRIPTION}
