"""The document of a pack: slides with notes, style, letters and one script, all in one file that asks for no other."""

import base64
import hashlib
import re
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from bukhara.charts import theme
from bukhara.charts.svg.drawing import draw
from bukhara.exports.packs.qr import qr_code
from bukhara.i18n.words import words_of
from bukhara.model.marks import MARKS, style
from bukhara.office_files import xml_text
from bukhara.pack import layout
from bukhara.pack.figures import figure_columns, figure_rows, labels_of_states, plot_text
from bukhara.pack.notes import note_sections, quote_sections
from bukhara.pack.slides import Pack, Plots, Slide, SlideKind

_FACES = {400: "noto-sans-regular.ttf", 700: "noto-sans-bold.ttf"}
_WIDTH = 740
"""The width of the picture of a measure in its own pixels; on a slide it is larger by a fifth."""
_HIDDEN_LABEL = re.compile(r'<text(?=[^>]*class="[^"]*wide-(?:[2-9]|1\d)\b)[^>]*>.*?</text>')
_ENVIRONMENT = Environment(
    loader=PackageLoader("bukhara.exports.packs.html", ""),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _face(weight: int, name: str) -> str:
    font = base64.b64encode(files("bukhara.exports").joinpath("fonts", name).read_bytes()).decode()
    source = f'url("data:font/ttf;base64,{font}")'
    return f'@font-face {{ font-family: "Noto Sans"; font-weight: {weight}; src: {source} }}\n'


def _text(name: str) -> str:
    return files("bukhara.exports.packs.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


_NAMES = ("letters", "title", "gap")
_SIZES = "".join(f".{name}-{n}{{--{name}:{n / 12:.3f}rem}}" for n in range(6, 31) for name in _NAMES)
_STYLE = (
    _SIZES + "".join(_face(weight, name) for weight, name in _FACES.items()) + style(":root.dark") + _text("slides.css")
)
_SCRIPT = _text("present.js")
POLICY = (
    f"default-src 'none'; script-src {_hash(_SCRIPT)}; style-src {_hash(_STYLE)}; font-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""The content security policy of the document: its own script and style, and nothing from a network."""


def to_html(pack: Pack) -> bytes:
    """Return a pack as one document that presents itself."""
    html = _ENVIRONMENT.get_template("presentation.html").render(
        pack=pack,
        marks=MARKS,
        style=Markup(_STYLE),  # noqa: S704  (our own files)
        script=Markup(_SCRIPT),  # noqa: S704
        policy=POLICY,
        qr=base64.b64encode(qr_code(pack.address, "png")).decode() if pack.address else "",
        # what was presented has the address of its own page
        evidence=f"{pack.address.partition('/frozen/')[0]}/evidence" if pack.address else "",
        above=layout.above,
        gap_of=layout.gap,
        title_size=layout.title_size,
        drawing=_drawing,
        labels_of_states=labels_of_states,
        figure_columns=figure_columns,
        figure_rows=figure_rows,
        kind_of=lambda block: type(block).__name__,
        note_sections=note_sections,
        headings_of_quotes=lambda slide: {heading for heading, _ in quote_sections(slide)},
        slides=pack.slides,
        state_of=_state_of,
        words_of=words_of,
    )
    return xml_text(html).encode()


def _state_of(slide: Slide) -> str:
    """Return the code of the state that a slide is about; empty for a slide about several."""
    return slide.subject.rpartition("-")[2] if slide.kind is SlideKind.COUNTRY else ""


def _drawing(slide: Slide, block: Plots) -> Markup:
    """Return the picture of a measure, one plot for each state; nothing where the figures are a table."""
    if block.chart.figure is None:
        return Markup()
    figure = theme.in_words(block.chart.figure, words_of(slide.language))
    # a mark leads nowhere: the address of its evidence is on the server
    traces = [{key: value for key, value in trace.items() if key != "customdata"} for trace in figure["data"]]
    height = block.chart.height
    made = draw(figure | {"data": traces}, f"{slide.language}-{slide.id}", height)
    top, right, low, left = made.margins
    svg = _HIDDEN_LABEL.sub("", made.svg)
    inside = f'<svg width="{_WIDTH - left - right}" height="{height - top - low}">{svg}</svg>'
    label = escape(" ".join(map(plot_text, block.plots)))
    box = f"{-left} {-top} {_WIDTH} {height}"
    return Markup(f'<svg class="chart" viewBox="{box}" role="img" aria-label="{label}">{inside}</svg>')  # noqa: S704  (escaped there)
