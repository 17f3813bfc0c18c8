"""What Dash answers alike to everybody in one process: its scripts, the layout around pages, the list of callbacks."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, Response

from web.dash_internals import DEPENDENCIES, LAYOUT, SUITE_FILE
from web.finished import finished, finished_of


def register(server: Flask) -> None:
    """Keep these answers packed, so that no reader waits for what was packed before."""
    for endpoint in (LAYOUT, DEPENDENCIES, SUITE_FILE):
        server.view_functions[endpoint] = _kept(endpoint, server.view_functions[endpoint])


def _kept(endpoint: str, view: Callable[..., Any]) -> Callable[..., Response]:
    @wraps(view)
    def kept(**variables: str) -> Response:
        return finished((endpoint, *variables.values()), lambda: finished_of(view(**variables)))

    return kept
