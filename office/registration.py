"""The office as a whole: its routes, its templates and the largest file that it takes."""

from pathlib import Path

from flask import Flask

from bukhara.settings import Settings
from office import changes as _changes  # noqa: F401  (templates call its functions)
from office.accounts import routes as _accounts  # noqa: F401  (its routes are on the blueprint)
from office.answers import routes as _answers  # noqa: F401
from office.audit import routes as _audit  # noqa: F401
from office.differences import routes as _differences  # noqa: F401
from office.documents import routes as _documents  # noqa: F401
from office.drafts import files as _files  # noqa: F401
from office.drafts import routes as _drafts  # noqa: F401
from office.drafts import texts as _draft_texts  # noqa: F401
from office.outbox import routes as _outbox  # noqa: F401
from office.packs import routes as _packs  # noqa: F401
from office.packs import template_routes as _template  # noqa: F401
from office.page import office
from office.releases import routes as _releases  # noqa: F401
from office.releases import withdrawal as _withdrawal  # noqa: F401
from office.replies import routes as _replies  # noqa: F401
from office.rounds import routes as _rounds  # noqa: F401
from office.sign_in import routes as _sign_in  # noqa: F401
from office.uploads import meanings as _meanings  # noqa: F401
from office.uploads import routes as uploads
from office.uploads import table_routes as _tables  # noqa: F401
from web.templating import add_templates

FOLDER = Path(__file__).parent


def register(server: Flask, settings: Settings) -> None:
    """Add every page, form and file of the office to the server."""
    add_templates("office", FOLDER / "templates")
    for templates in FOLDER.glob("*/templates"):
        add_templates(templates.parent.name, templates)
    uploads.register(server, settings.max_upload_mb)
    # an address may end with a slash, as those of public pages may
    server.url_map.strict_slashes = False
    server.register_blueprint(office)
