"""The log as JSON: one object a line, whatever an entry holds."""

import json
import logging

from bukhara.cli.log import JsonLines


def test_an_entry_is_one_object_a_line_with_its_fields_and_traceback() -> None:
    log, written = logging.Logger("bukhara.access"), []
    handler = logging.Handler()
    handler.emit = lambda record: written.append(JsonLines().format(record))
    log.addHandler(handler)
    log.info("%s %s", "GET", "/\n«a»", extra={"fields": {"status": 200}})
    try:
        int("two\nlines")
    except ValueError:
        log.exception("failed")
    assert not any("\n" in line for line in written)
    first, second = map(json.loads, written)
    assert (first["message"], first["status"], first["level"], first["logger"]) == (
        "GET /\n«a»",
        200,
        "INFO",
        "bukhara.access",
    )
    assert first["time"].endswith("+00:00")
    assert "ValueError: invalid literal" in second["traceback"]
