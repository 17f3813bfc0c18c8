"""Plotly and the drawing of the server show the same, for every chart of every public page.

Every measure as printed and a month, in both languages, of the record and of the exercise. Plotly draws each figure
in a browser, the SVG of the server is put beside it, and their marks, lines and texts are compared.
"""

import base64
from collections.abc import Iterator
from itertools import product
from typing import Any

import brotli
import orjson
import plotly.graph_objects as go
import pytest

from bukhara.charts.chart import Chart
from bukhara.charts.theme import in_words
from bukhara.views.statistics import statistics
from tests.addresses import LANGUAGES, pages
from tests.serving import ROOT
from tests.web.site_client import VIEWER, new_site
from web.public_pages import page_at
from web.request import PageRequest

WIDTH = 640
FILES = [ROOT / f"assets/fonts/noto-sans-{name}.woff2" for name in ("cyrillic", "latin-regular")]
FONTS = """files => Promise.all(files.map(async (file, n) => {
  const range = n ? "U+0-24F, U+2B9-2DD, U+2010-203A, U+20AC, U+2122" : "U+400-52F, U+2116";
  const font = new FontFace("Noto Sans", `url(data:font/woff2;base64,${file})`, {unicodeRange: range});
  document.fonts.add(await font.load());
}))"""
# shares of the plot area, and pixels from where plotly has a text
NEAR, TEXT_NEAR = 0.006, 12.0
MEASURE = """async ([chart, width, height, svg, margins]) => {
  const TEXTS = ".annotation-text, [class$=tick] text, .bartext, .textpoint text, text[class$=title]";
  const one = document.getElementById("plotly"), two = document.getElementById("ours");
  one.style.cssText = two.style.cssText = `width:${width}px;height:${height}px`;
  await Plotly.newPlot(one, chart.data, chart.layout, {responsive: false});
  const size = one._fullLayout._size, corner = one.getBoundingClientRect();
  two.innerHTML = `<div class="drawn" style="height:${height}px;padding:${margins.join("px ")}px">${svg}</div>`;
  const plot = two.querySelector(".plot"), mine = plot.getBoundingClientRect();
  const box = (node, frame) => {
    const b = node.getBoundingClientRect();
    return [b.left - frame[0], b.right - frame[0], b.top - frame[1], b.bottom - frame[1]];
  };
  const read = (root, selector, frame, extra) => [...root.querySelectorAll(selector)].map(node => {
    const b = box(node, frame);
    return {box: [b[0] / frame[2], b[1] / frame[2], b[2] / frame[3], b[3] / frame[3]], pixels: [b[1] - b[0], b[3] - b[2]],
      ...extra(node)};
  });
  const words = (root, selector, frame) => [...root.querySelectorAll(selector)]
    .filter(node => node.textContent.trim())
    .map(node => {
      const b = box(node, frame);
      return {text: node.textContent.replace(/\\s+/g, ""), x: (b[0] + b[1]) / 2 / frame[2], y: (b[2] + b[3]) / 2 / frame[3]};
    });
  const theirs = [corner.left + size.l, corner.top + size.t, size.w, size.h];
  const ours = [mine.left, mine.top, mine.width, mine.height];
  const point = node => {
    const {customdata, hoverinfo} = node.closest(".trace").__data__[0].trace;
    return {href: customdata ? String(customdata[node.__data__.i]) : "", silent: hoverinfo === "skip"};
  };
  const link = node => ({
    href: (node.closest("a") || {getAttribute: () => ""}).getAttribute("href"),
    title: (node.closest("a, g:has(> title)") || {textContent: ""}).querySelector?.("title")?.textContent || "",
  });
  const drawn = {
    bars: read(one, ".barlayer .point path", theirs, node => point(node.parentNode)).filter(m => m.box[0] !== m.box[1]),
    points: read(one, ".scatterlayer path.point", theirs, point),
    lines: read(one, ".scatterlayer path.js-line", theirs, () => ({})),
    shapes: read(one, ".shapelayer path", theirs, () => ({})),
    texts: words(one, TEXTS, theirs),
    size: [size.w, size.h],
  };
  const same = {
    bars: read(plot, "rect.bar", ours, link),
    points: read(plot, ".point", ours, link),
    lines: read(plot, "g.joined", ours, () => ({})),
    shapes: read(plot, ".shape", ours, () => ({})),
    texts: words(plot, "text", ours),
    size: [mine.width, mine.height],
  };
  Plotly.purge(one);
  return [drawn, same];
}"""


def choices(path: str, page_request: PageRequest) -> Iterator[dict[str, str]]:
    """Yield the page as it opens, then every measure as printed and a month."""
    yield {}
    for measure, rate in product(
        page_request.view(statistics.topics) if path == "/statistics" else (), ("", "monthly")
    ):
        yield {"measure": measure, "rate": rate}


@pytest.fixture(scope="module", params=[False, True], ids=["record", "exercise"])
def charts(request, tmp_path_factory) -> list[tuple[str, Chart, dict[str, Any]]]:
    """Every distinct figure with the first address where it is drawn."""
    site = new_site(tmp_path_factory.mktemp("figures"), actor=VIEWER, real=not request.param)
    found: dict[bytes, tuple[str, Chart, dict[str, Any]]] = {}
    for path, language in product(pages(exercise=request.param), LANGUAGES):
        with site.app.server.test_request_context(path):
            first, opened = page_at(path, {"lang": language})
            asked = [*({"tab": tab} for tab in opened.tabs), *choices(path, first)]
            for choice in asked:
                page_request, page = page_at(path, {"lang": language, **choice})
                for chart in page.charts:
                    if chart.figure is not None:
                        address = f"{path} {language} {choice} #{chart.id}"
                        figure = in_words(chart.figure, page_request.words)
                        found.setdefault(orjson.dumps(figure), (address, chart, figure))
    return list(found.values())


@pytest.fixture
def canvas(page):
    """A page with plotly and the styles of the product, and a place for each of the two drawings."""
    page.set_content("<style></style><div id=plotly></div><div id=ours></div>")
    for sheet in sorted((ROOT / "assets").glob("parts*.css")):
        page.add_style_tag(content=sheet.read_text(encoding="utf-8"))
    page.add_style_tag(
        content="*{box-sizing:border-box}body{margin:0;font-family:'Noto Sans',sans-serif;--bs-font-sans-serif:'Noto Sans'}"
    )
    page.evaluate(FONTS, [base64.b64encode(file.read_bytes()).decode() for file in FILES])
    bundle = (ROOT / "assets/vendor/plotly-basic.min.js.br").read_bytes()
    page.add_script_tag(content=brotli.decompress(bundle).decode())
    return page


def test_every_figure_is_built(charts) -> None:
    refused = []
    for address, _, figure in charts:
        try:
            go.Figure(figure)
        except ValueError as error:
            refused.append((address, str(error)[:200]))
    assert refused == []
    drawn = {address.split(" ")[0] for address, *_ in charts}
    assert {"/timeline", "/statistics"} <= drawn
    measures = {address.split("'measure': '")[1].split("'")[0] for address, *_ in charts if "'measure'" in address}
    assert len(measures) > 3


def test_both_renderers_draw_the_same(charts, canvas) -> None:
    differences, marks = [], 0
    for address, chart, figure in charts:
        drawing = chart.drawing
        sent = [figure, WIDTH, chart.height, drawing.svg, drawing.margins]
        plotly, own = canvas.evaluate(MEASURE, sent)
        found = [*unlike(plotly, own), *untitled(plotly, own)]
        differences += [(address, each) for each in found]
        marks += len(own["bars"]) + len(own["points"])
    print(len(charts), "charts,", marks, "marks,", len(differences), "differences")
    assert differences == []
    assert marks > 100


def unlike(plotly: dict[str, Any], own: dict[str, Any]) -> list[str]:
    """Return the parts that only one of the two has: a mark at its place with its address, a line, a shape, a text."""
    found = []
    for kind in ("bars", "points", "lines", "shapes"):
        mine, theirs = list(own[kind]), list(plotly[kind])
        for mark in theirs:
            # an element of another size has other pixels around a symbol of the same size
            same = next((m for m in mine if is_near(m, mark, kind)), None)
            if same is None:
                found.append(f"only plotly: {kind} {mark}")
            else:
                mine.remove(same)
        found += [f"only ours: {kind} {mark}" for mark in mine]
    return found + unlike_texts(plotly, own)


def is_near(one: dict[str, Any], two: dict[str, Any], kind: str) -> bool:
    if kind in ("bars", "points") and one["href"] != two["href"]:
        return False
    if kind == "points":
        # a symbol keeps its size in pixels, whatever the size of the plot area
        middles = [[(m["box"][n] + m["box"][n + 1]) / 2 for n in (0, 2)] for m in (one, two)]
        is_as_large = all(abs(a - b) < 2 for a, b in zip(one["pixels"], two["pixels"], strict=True))
        return is_as_large and all(abs(a - b) < NEAR * 2 for a, b in zip(*middles, strict=True))
    return all(abs(a - b) < NEAR for a, b in zip(one["box"], two["box"], strict=True))


def unlike_texts(plotly: dict[str, Any], own: dict[str, Any]) -> list[str]:
    found, mine = [], list(own["texts"])
    width, height = own["size"]
    for text in plotly["texts"]:
        same = next(
            (
                m
                for m in mine
                if m["text"] == text["text"]
                and abs(m["x"] - text["x"]) * width < TEXT_NEAR
                and abs(m["y"] - text["y"]) * height < TEXT_NEAR
            ),
            None,
        )
        if same is None:
            found.append(f"only plotly: {text}")
        else:
            mine.remove(same)
    return found + [f"only ours: {text}" for text in mine]


def untitled(plotly: dict[str, Any], own: dict[str, Any]) -> list[str]:
    """Return the marks without a title or an address; the marks of a key, silent in plotly too, need neither."""
    keys = [mark for mark in plotly["points"] if mark["silent"]]
    points = [mark for mark in own["points"] if not any(is_near(mark, key, "points") for key in keys)]
    marks = [*own["bars"], *points]
    return [f"no title or address: {mark}" for mark in marks if not (mark["title"] and mark["href"].startswith("/"))]
