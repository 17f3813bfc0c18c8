"""Compare: two to five states side by side, in the fixed order, with the guard's sentences between the figures."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.comparability.keys import facet_values
from bukhara.figures import compare_measure, compare_table
from bukhara.figures.chart import Chart
from bukhara.i18n.differences import sentence
from bukhara.model.framework import Framework
from bukhara.views import compare
from web.charts import source_line, with_differing
from web.filters import rate_filter, rate_note
from web.layout import contents, layout_of
from web.page import Filter, Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesSideBySide(Context):
    """The chosen states on every theme; `toggles` are name, whether shown, and the address that changes it."""

    template: ClassVar[str] = "pages/compare.html"
    view: compare.Compare
    framework: Framework
    toggles: tuple[tuple[str, bool, str], ...]


def content(reader: Reader) -> Page:
    """Show the chosen states side by side on themes and on one measure."""
    words, framework = reader.words, reader.snapshot.framework
    codes = tuple(c.code for c in framework.countries)
    pillars = {p.id: words.text(p.name) for p in framework.pillars}
    pillar = reader.one_of("pillar", tuple(pillars))
    known = tuple(i.id for i in framework.indicators)
    view = reader.view(
        compare.build,
        countries=reader.many_of("countries", codes),
        pillar=pillar,
        measure=reader.one_of("measure", known),
        monthly=reader.one_of("rate", ("monthly",)) == "monthly",
    )
    measures = tuple((m.id, words.text(m.name)) for m in view.measures)
    filters = [Filter("pillar", words("Pillar"), (("all", words("all")), *pillars.items()), pillar or "all")]
    if view.measured:
        filters.append(Filter("measure", words("Measure"), measures, view.measured.indicator.id))
        filters.append(rate_filter(reader))
    drawn = _measure(reader, view)
    return Page(
        title=words("Compare"),
        lead=words(
            "Chosen states side by side, in the fixed order. What cannot be compared stands apart, with the reason."
        ),
        filters=tuple(filters),
        blocks=(
            *_contents(reader, drawn),
            render(reader, ThemesSideBySide(view=view, framework=framework, toggles=_toggles(reader, view))),
            *drawn,
        ),
    )


def _contents(reader: Reader, drawn: tuple[Chart, ...]) -> tuple[Markup, ...]:
    themes = ("by-theme", reader.words("Themes by state"))
    return contents(reader, themes, *((chart.id, chart.title) for chart in drawn))


def _toggles(reader: Reader, view: compare.Compare) -> tuple[tuple[str, bool, str], ...]:
    """Return name, whether shown, and the address with that state added or taken away (empty where it must stay)."""
    shown = {c.code for c in view.countries}
    every = reader.snapshot.framework.countries
    toggles = []
    for country in every:
        wanted = [c.code for c in every if (c.code in shown) != (c.code == country.code)]
        address = reader.here(countries="" if len(wanted) == len(every) else ",".join(wanted))
        name = reader.words.text(country.short)
        toggles.append((name, country.code in shown, address if len(wanted) >= compare.FEWEST else ""))
    return tuple(toggles)


def _measure(reader: Reader, view: compare.Compare) -> tuple[Chart, ...]:
    words, measured = reader.words, view.measured
    if measured is None:
        return ()
    context = compare_table.ChartContext(
        words, reader.snapshot.framework, lambda found: reader.href(f"/evidence/observation/{found}")
    )
    drawn = compare_measure.chart(measured, context, source=source_line(reader), notes=_guard(reader, measured))
    return (with_differing(reader, drawn, measured.observations),)


def _guard(reader: Reader, measured: compare.Measured) -> tuple[str, ...]:
    words = reader.words
    notes = []
    if measured.apart:
        reasons = [sentence(code, facet_values(code, measured.observations), words) for code in measured.apart]
        notes.append(" ".join([words("These figures cannot be put on one axis."), *reasons]))
    if any(o.is_international for o in reader.snapshot.observations):
        notes.append(words("Figures sent to UNODC are not compared between states; see Statistics, state by state."))
    if measured.monthly:
        notes.append(rate_note(words))
    if any(not panel.is_drawable for panel in measured.panels):
        notes.append(words("Figures without a dated period and changes in per cent are in the table only."))
    if measured.gaps:
        names = ", ".join(words.text(gap.country.short) for gap in measured.gaps)
        notes.append(words("Not covered by the sources of this day: {names}.", names=names))
    return tuple(notes)


register_page(__name__, path="/compare", name="Compare", content=content)
layout = layout_of("/compare")
