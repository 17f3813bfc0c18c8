"""One example row of each answer for the description of the API; country, words and figures are invented."""

from __future__ import annotations

from typing import Any

OBSERVATION: dict[str, Any] = {
    "observation_id": "o-0123456789",
    "country": "XAA",
    "indicator": "BD-8b.1",
    "value": 0,
    "state": "value",
    "qualifier": "exact",
    "unit": "count",
    "period_start": "2022-01-01",
    "period_end": "2022-12-31",
    "period_code": "2022",
    "period_basis": "stated",
    "source_id": "example-source",
    "source_class": "exercise",
    "source_locator": "L1",
    "quote": "no cases were registered in 2022",
    "release": 1,
}
EVIDENCE: dict[str, Any] = {
    "evidence_id": "e-0123456789",
    "country": "XAA",
    "item": "BD-1",
    "indicator": "BD-1.1",
    "kind": "implementation",
    "state": "value",
    "status": "in_place",
    "since": "2022",
    "statement": "A national action plan was adopted.",
    "body": "Ministry of the Interior",
    "source_id": "example-source",
    "source_class": "exercise",
    "source_locator": ["L1", "L7"],
    "quote": ["the plan was adopted in 2022", "adopted a national plan"],
    "coding_status": "provisional",
    "release": 1,
}
PROGRESS: dict[str, Any] = {
    "country": "XAA",
    "item": "BD-1",
    "indicator": "BD-1.1",
    "status": "in_place",
    "since": "2022",
    "coding_status": "provisional",
    "reading": "example-reading",
    "method_version": "1",
    "release": 1,
    "state": "value",
    "ended": False,
}
SOURCE: dict[str, Any] = {
    "source_id": "example-source",
    "source_class": "exercise",
    "title": "An invented report",
    "body": "Secretariat",
    "date": "2023-07-28",
    "language": "en",
    "access": "public",
    "release": 1,
}
DIFFERENCE: dict[str, Any] = {
    "difference_group": "d-0123456789",
    "country": "XAA",
    "indicators": ["CTX-invented"],
    "kind": "parts_total",
    "first_value": 100,
    "second_value": 97,
    "ratio": 1.0309,
    "difference": 3,
    "likely_cause": "printing_error",
    "causes": ["printing_error"],
    "status": "open",
    "observation_ids": ["o-0123456789", "o-1123456789", "o-2123456789"],
    "release": 1,
}
INDICATOR: dict[str, Any] = {
    "item": "BD-1",
    "item_name": "National action plan",
    "pillar": "prevention",
    "basis": "attested",
    "scope": "country",
    "indicator": "BD-1.1",
    "type": "milestone",
    "name": "Is a national action plan in force?",
    "lang": "en",
    "release": 1,
}
RELEASE: dict[str, Any] = {
    "number": 1,
    "created_at": "2026-11-24T12:00:00+00:00",
    "note": "as shipped",
    "framework_version": "1",
    "method_version": "1",
    "blocks": ["tracker/XAA/example-source"],
    "reverts": None,
    "revert_scope": None,
}
