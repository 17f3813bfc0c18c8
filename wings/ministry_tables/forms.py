"""The form of a ministry's own tables: what their rows and columns mean, and the letter that they came with."""

from dataclasses import asdict

from markupsafe import Markup
from wtforms import FieldList, FormField

from bukhara.model.messages import N_
from office.forms import Codes, Day, Hidden, Lines, OfficeForm, Text, hidden_inputs
from wings.ministry_tables.covering_line import CoveringLetter
from wings.ministry_tables.mapping import TableChoices


class TablesForm(OfficeForm):
    """What is asked once about a file, and whether its figures are shown or taken.

    `at` is the table that is open, `open` the one that is asked for: "3:40" is the fourth, from its heading 40.
    """

    title = Text(N_("Title of the document"), longest=200)
    body = Text(N_("Institution"), longest=200, render_kw={"list": "bodies"})
    date = Day(N_("Date"))
    document_number = Text(N_("Number of the document"), longest=80)
    do = Text()
    at, open = Hidden(), Text()

    def letter(self) -> CoveringLetter:
        """Return the letter that the file came with."""
        return CoveringLetter(**{name: self[name].data for name in asdict(CoveringLetter())})


class PastedForm(OfficeForm):
    """A table that was copied from a workbook, a document or a letter."""

    table = Lines(N_("Paste a table copied from Excel, Word or a letter"), rows=4, required=True, longest=100_000)


class PeriodForm(OfficeForm):
    """The first and last day of a period, which the file has in `words`."""

    words = Hidden()
    start = Day(N_("First day"))
    end = Day(N_("Last day"))


class TableForm(OfficeForm):
    """The answers about one table. `form_of` adds what its rows and columns ask: `h0`, `h1` and `g0`, `g1`.

    `unchanged` stands for all of them where they are as they were read or remembered.
    """

    unchanged = Hidden()
    take = Text(N_("This table"))
    measure = Text(N_("What is counted, if no heading gives it"))
    country = Text(N_("Country, if no heading gives it"))
    start = Day(N_("Period from, if no heading gives it"))
    end = Day(N_("to"))
    # a table has at most so many headings
    p = FieldList(FormField(PeriodForm), max_entries=560)

    def kept(self, *names: str) -> Markup:
        """Draw the named answers, or all, as hidden fields."""
        fields = [self[name] for name in names] if names else [field for field in self if field is not self.p]
        periods = [] if names else [field for entry in self.p for field in entry.form]
        return Markup().join(hidden_inputs(field.name, field.data) for field in (*fields, *periods))

    def choices(self, asked: TableChoices) -> TableChoices:
        """Return the answers to what was asked."""
        if self.unchanged.data:
            return asked
        return TableChoices(
            take=self.take.data,
            measure=self.measure.data,
            country=self.country.data,
            start=self.start.data,
            end=self.end.data,
            meanings={
                heading: tuple(dict.fromkeys(code for code in self[f"h{n}"].data if code))
                for n, heading in enumerate(asked.meanings)
            },
            periods={period["words"]: (period["start"], period["end"]) for period in self.p.data},
            gaps={text: self[f"g{n}"].data for n, text in enumerate(asked.gaps)},
        )


def form_of(table: TableChoices) -> type[TableForm]:
    """Return the form of one table, with the meanings of each heading and of each text in place of a number."""
    headings = {f"h{n}": Codes() for n, _ in enumerate(table.meanings)}
    return type("OneTable", (TableForm,), {**headings, **{f"g{n}": Text() for n, _ in enumerate(table.gaps)}})


def filled(table: TableChoices, prefix: str) -> TableForm:
    """Return the form of one table with the answers that are known."""
    answers = {
        **asdict(table),
        **{f"h{n}": codes for n, codes in enumerate(table.meanings.values())},
        **{f"g{n}": answer for n, answer in enumerate(table.gaps.values())},
        "p": [{"words": words, "start": start, "end": end} for words, (start, end) in table.periods.items()],
    }
    return form_of(table)(data=answers, prefix=prefix)
