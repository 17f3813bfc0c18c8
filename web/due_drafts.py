"""Drafts whose hour has come are published before a request is answered, so that reading never writes."""

from flask import Flask, request

from bukhara.service import Service
from web.dash_internals import DEPENDENCIES, LAYOUT, SUITES

# Files that are the same for everybody, and the two probes: /healthz never needs the store, /readyz asks it itself.
_SKIPPED = ("/assets/", SUITES, LAYOUT, DEPENDENCIES, "/healthz", "/readyz")


def register(server: Flask, service: Service) -> None:
    """Publish due drafts once at the start of each request that may read the record."""

    def publish_due() -> None:
        if not request.path.startswith(_SKIPPED):
            service.publish_due()

    server.before_request(publish_due)
