"""The bodies of a state, each with its lines: for the office and, where the state says so, for everybody."""

from collections.abc import Callable

from markupsafe import Markup

from bukhara.i18n.subjects import body_name
from bukhara.model.groups import group_by
from web.page import Section
from web.request import PageRequest
from web.templating import render
from wings.bodies import by_body
from wings.bodies.body_table import COLUMNS, cells
from wings.bodies.wing import TITLE

Tab = tuple[str, str, Callable[..., tuple[Section, ...]]]
"""Key and name of a tab on the page of a state, and what draws its sections."""


def state_tab(page_request: PageRequest, code: str) -> Tab | None:
    """Return the tab of a state that wants it to be read by everybody."""
    is_public = by_body.is_public(page_request.snapshot, code)
    return ("bodies", TITLE, lambda *_: (bodies_shown(page_request, code),)) if is_public else None


def bodies_shown(page_request: PageRequest, code: str, *, with_workbooks: bool = False) -> Markup:
    """Return a card for each body of a state; those who may fetch its workbook find it there."""
    words, snapshot = page_request.words, page_request.snapshot
    shown = [
        (
            name,
            body_name(name, words, snapshot.framework),
            [
                (words(part.message), [cells(snapshot, line, words)[1:] for line in of_part])
                for part, of_part in group_by(lines, lambda line: line.part).items()
            ],
        )
        for name, lines in page_request.view(by_body.build, code).items()
    ]
    columns = [words(column) for column in COLUMNS[1:]]
    return render(
        page_request, "bodies/bodies.html", bodies=shown, columns=columns, country=code, with_workbooks=with_workbooks
    )
