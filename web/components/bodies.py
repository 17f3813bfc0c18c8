"""The bodies of a state, each with its lines: for the office and, where the state says so, for everybody."""

from markupsafe import Markup

from bukhara.charts.body_table import COLUMNS, cells
from bukhara.i18n.subjects import body_name
from bukhara.model.groups import group_by
from bukhara.views.countries import bodies
from web.request import PageRequest
from web.templating import render


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
        for name, lines in page_request.view(bodies.build, code).items()
    ]
    columns = [words(column) for column in COLUMNS[1:]]
    return render(
        page_request, "web/bodies.html", bodies=shown, columns=columns, country=code, with_workbooks=with_workbooks
    )
