"""No button of a draft changes a figure that a person entered: only an edit of its cell does."""

import re
from html.parser import HTMLParser

import pytest

from bukhara.model.observation import Observation
from bukhara.model.period import Period
from tests.web.site_client import SECRETARIAT, Site, commission, new_site
from tests.web.test_figures_of_a_commission import SOURCE, STRICT, Figures
from tests.web.upload_files import sent, template

ALFA = commission("XAA")
STEPS = {"submit", "send-back", "approve", "publish", "withdraw"}
WALK = (
    (ALFA, "submit"), (SECRETARIAT, "send-back"), (ALFA, "submit"), (ALFA, ""), (SECRETARIAT, "approve"),
    (ALFA, ""), (SECRETARIAT, "publish"),
)  # fmt: skip
"""Who looks at the draft one after the other, presses what is there, and takes which step with it at last."""
NO_BUTTON_OF_A_WORKBOOK = {"tables", "withdraw", "restore"}
"""`tables` makes the rows of a file that is none of our workbooks; `withdraw` takes back the whole draft, `restore` undoes it."""
BESIDE_THE_SERIES = {
    "stage": "convicted", "unit": "percent", "counting_unit": "victim", "identifying_body": "prosecutor",
    "reporter": "Prosecution Service of Alfa", "territorial_scope": "regional", "offence_class": None,
}  # fmt: skip
"""A figure is entered for each, which differs from its series in this column alone."""


class Forms(HTMLParser):
    """The forms of a page: where each button leads, with the fields that it sends and the choices of its lists."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.address, self.fields, self.found = "", {}, {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.address, self.fields = given.get("action") or "", {}
        elif tag in ("input", "textarea") and given.get("name"):
            self.fields[given["name"]] = [given.get("value") or ("7" if tag == "textarea" else "")]
        elif tag == "select":
            self.fields[given["name"]] = []
        elif tag == "option" and given.get("value") and self.fields:
            next(reversed(self.fields.values())).append(given["value"])
        elif tag == "button":
            self.found.setdefault(given.get("formaction") or self.address, []).append(self.fields)


def entered(figure: Observation) -> tuple[object, ...]:
    """Return what must stay: value, unit, stage, period, body and territory."""
    return (
        figure.country, figure.indicator, figure.value, figure.qualifier, figure.unit, figure.counting_unit,
        figure.stage, figure.offence_class, figure.identifying_body, figure.reporter, figure.territorial_scope,
        Period(figure.period_start, figure.period_end), figure.source_id,
    )  # fmt: skip


def of_letter(figures: tuple[Observation, ...]) -> list[tuple[object, ...]]:
    return sorted((entered(each) for each in figures if each.source_id == SOURCE["source_id"]), key=repr)


def buttons(site: Site, address: str) -> dict[str, list[dict[str, list[str]]]]:
    """Return the forms that the page of a draft sends, by the last part of their address."""
    found = Forms(site.html(address)).found
    return {where.rsplit("/", 1)[1]: forms for where, forms in found.items() if where.startswith(f"{address}/")}


def press(site: Site, address: str, form: dict[str, list[str]], button: str, *, is_first: bool = True) -> str:
    """Send a form with each of its choices, later with the last; return the address of the draft that is shown then."""
    choices = range(max([1, *map(len, form.values())]))
    for choice in choices if is_first else choices[-1:]:
        given = {name: values[min(choice, len(values) - 1)] for name, values in form.items() if values}
        times = {"date": "", "time": ""}
        shown = site.client.post(f"{address}/{button}", data=given | times).headers["Location"]
        address = re.match(r"/upload/\d+", shown)[0]
    return address


@pytest.fixture
def beside(tmp_path) -> tuple[Site, str]:
    """Return a site and a draft of figures that join no series, with a column that repeats others otherwise."""
    site = new_site(tmp_path, actor=ALFA)
    book = Figures(template(site))
    first = book.open_row(STRICT)
    usual = {key: book.value(first, key) for key in book.column if key}
    for n, (column, value) in enumerate(BESIDE_THE_SERIES.items()):
        row = first if not n else book.add(**usual)
        book.answered(row, **{"value": 40 + n, column: value})
    wide = book.sheet.max_column + 1
    book.sheet.cell(2, wide).value = "Our own remark"
    book.sheet.cell(first, wide).value = "5"
    return site, sent(site, book.saved())


def test_no_button_of_a_draft_changes_what_a_person_entered(beside) -> None:
    site, address = beside

    def figures() -> list[tuple[object, ...]]:
        reading = site.service.drafts.reading(SECRETARIAT, int(address.rsplit("/", 1)[1]))
        return of_letter(reading.observations)

    before, pressed = figures(), set()
    assert len(before) == len(BESIDE_THE_SERIES)
    for actor, step in WALK:
        site.act(actor)
        for button in sorted(buttons(site, address).keys() - STEPS):
            for form in buttons(site, address).get(button, []):
                address = press(site, address, form, button, is_first=button not in pressed)
            pressed.add(button)
            assert figures() == before, button
        if step:
            address = press(site, address, buttons(site, address)[step][0], step)
            pressed.add(step)
    assert of_letter(site.service.stored_contents(site.service.ready()).observations) == before
    posts = {rule.rule for rule in site.app.server.url_map.iter_rules() if "POST" in rule.methods}
    every = {rule.rsplit("/", 1)[1] for rule in posts if rule.startswith("/upload/<int:draft>/")}
    assert pressed == every - NO_BUTTON_OF_A_WORKBOOK
