"""The log on standard error: a line of words for each entry, or one JSON object."""

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.settings import Settings

_WORDS = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"


class JsonLines(logging.Formatter):
    """Writes an entry as one line of JSON: its traceback is in it, and the `fields` that were passed as `extra`."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of an entry."""
        found = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "process": record.process,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            found["traceback"] = self.formatException(record.exc_info)
        return json.dumps(found, ensure_ascii=False)


def begin(settings: "Settings") -> None:
    """Write the log as the settings say."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if settings.log_format == "json" else logging.Formatter(_WORDS))
    logging.basicConfig(level=settings.log_level, handlers=[handler])
    logging.getLogger("alembic").setLevel(logging.WARNING)
