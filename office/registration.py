"""The office as a whole: its routes, its templates and the largest file that it takes."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from flask import Flask

from bukhara.root import ROOT
from bukhara.settings import Settings
from bukhara.wing import wings
from office.page import office
from office.sign_in import openid
from office.uploads import routes as uploads
from web.templating import add_templates

FOLDER = Path(__file__).parent
for _module in walk_packages([str(FOLDER)], "office."):
    import_module(_module.name)  # its routes are on the blueprint, and templates call its functions
for _wing in wings().values():
    for _name in _wing.routes:
        import_module(_name)


def register(server: Flask, settings: Settings) -> None:
    """Add every page, form and file of the office to the server."""
    add_templates("office", FOLDER / "templates")
    for templates in FOLDER.glob("*/templates"):
        add_templates(templates.parent.name, templates)
    for name in wings():
        add_templates(name, ROOT / "wings" / name / "templates")
    openid.register(server, settings)
    uploads.register(server, settings.max_upload_mb)
    # an address may end with a slash, as those of public pages may
    server.url_map.strict_slashes = False
    server.register_blueprint(office)
