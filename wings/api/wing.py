"""The wing of the HTTP API: its addresses, which are those of tables as files on pages, and its description."""

from bukhara.exports.tables import TABLES
from bukhara.model.messages import N_
from bukhara.wing import Wing

PREFIX = "/api/v1"
DESCRIPTION = f"{PREFIX}/openapi.json"
_ADDRESSES = {name: f"{PREFIX}/{name}" for name, table in TABLES.items() if table.in_api}
WING = Wing(
    register="wings.api.server:register",
    open={
        **{f"api.{name}": address for name, address in _ADDRESSES.items()},
        "api_description": DESCRIPTION,
        "api_unknown": "/api/<rest>",
    },
    table_files=_ADDRESSES,
    notes={"downloads": (N_("The API and its description"), DESCRIPTION)},
)
