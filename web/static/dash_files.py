"""What Dash answers alike to everybody in one process: its scripts, the layout around pages, the list of callbacks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, Response

from bukhara.service.finished import Finished
from web.dash_internals import DEPENDENCIES, LAYOUT, SUITE_FILE
from web.finished import finished


def register(server: Flask) -> None:
    """Keep these answers packed, so that no reader waits for what was packed before."""
    for endpoint in (LAYOUT, DEPENDENCIES, SUITE_FILE):
        server.view_functions[endpoint] = _kept(endpoint, server.view_functions[endpoint])


def _kept(endpoint: str, view: Callable[..., Any]) -> Callable[..., Response]:
    def make(variables: dict[str, str]) -> Finished:
        made: Response = view(**variables)
        return Finished(made.get_data(), (("Content-Type", made.content_type),))

    @wraps(view)
    def kept(**variables: str) -> Response:
        return finished((endpoint, *variables.values()), lambda: make(variables))

    return kept
