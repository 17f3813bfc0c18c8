"""A small count that one word shows exactly is asked about before it is published, and not afterwards."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bukhara.model.source import Source
from bukhara.service import Service
from tests.unit.service.little_data import LETTER, REPORT
from tests.unit.service.small_record import LENA, small_service
from tests.unit.service.test_far_off_figures import book, figure

PUBLIC = replace(LETTER, access="public")


def asked(service: Service, content: bytes) -> list[str | None]:
    draft = service.drafts.receive(LENA, "figures.xlsx", content)
    found = service.drafts.reading(LENA, draft.draft_id).findings
    return [each.cell for each in found if each.code == "small-and-public"]


@pytest.mark.parametrize(
    ("source", "changes", "cells"),
    [
        (PUBLIC, {}, ["C3"]),
        (PUBLIC, {"value": 10.0}, []),
        (PUBLIC, {"counting_unit": "case"}, []),
        (replace(PUBLIC, access="internal"), {}, []),
    ],
)
def test_a_small_count_of_persons_is_asked_about_where_its_letter_is_public(
    tmp_path: Path, source: Source, changes: dict[str, Any], cells: list[str]
) -> None:
    assert asked(small_service(tmp_path), book(figure(2024, 3, **changes), sources=(REPORT, source))) == cells


def test_what_is_public_already_is_not_asked_about_again(tmp_path: Path) -> None:
    service, content = small_service(tmp_path), book(figure(2024, 3), sources=(REPORT, PUBLIC))
    draft = service.drafts.receive(LENA, "first.xlsx", content)
    service.drafts.publish(LENA, draft.draft_id, "The first figure.")
    again = book(figure(2024, 3), figure(2023, 40), sources=(REPORT, PUBLIC))
    assert asked(service, again) == []
