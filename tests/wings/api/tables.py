"""The table of the addresses of the API, as its page has it."""

from tests.project.generated_tables import table
from wings.api.server import describe


def _api() -> str:
    """Return the addresses of the API with what they answer, their parameters but those of every table, and formats."""
    rows = []
    for path, described in describe()["paths"].items():
        get = described["get"]
        asked = {each["name"]: each["schema"] for each in get["parameters"]}
        formats = asked["format"].get("enum", [asked["format"].get("const")])
        filters = ", ".join(name for name in asked if name not in ("limit", "offset", "format"))
        rows.append((f"`{path}`", f"{get['summary']}. {get['description']}", filters, ", ".join(formats)))
    return table("address | what it answers | filters | `format`", rows)


TABLES = {"api": _api}
