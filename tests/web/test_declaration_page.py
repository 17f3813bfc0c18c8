"""The pages of the Declaration and of the conclusions: themes under their basis, passages with their lines, who proposed what."""

import re
from types import SimpleNamespace

from bukhara.framework import parse
from bukhara.views.themes import declaration
from tests.record.test_statements import CONCLUSIONS
from tests.serving import ROOT
from tests.web.reading import get, text

SPEAKS = {115, 143, 145, 312, 316, 318, 328, 394, 464}


def test_every_theme_is_listed_under_its_basis_with_the_count(base) -> None:
    page = get(base + "/declaration")[1]
    picture = page[page.index('id="basis"') : page.index('id="passages"')]
    counts = [int(n) for n in re.findall(r"<strong>(\d+)</strong>", picture)]
    themes = set(re.findall(r'href="/themes/([\w.-]+)', picture))
    shipped = parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"))
    assert themes == {item.id for item in shipped.items if item.basis != "context"}
    assert sum(counts) == len(themes)
    assert counts[0] == 3


def test_the_nine_passages_lead_to_their_lines_in_both_languages(base) -> None:
    for language in ("en", "ru"):
        page = get(base + f"/declaration?lang={language}")[1]
        passages = page[page.index('id="passages"') : page.index('id="missing"')]
        assert {int(n) for n in re.findall(r"#L(\d+)", passages)} == SPEAKS


def test_the_quotes_of_the_passages_are_in_the_shipped_lines() -> None:
    text = (ROOT / "data/passages/astana-2023-report.txt").read_text(encoding="utf-8")
    lines = dict(row.split("\t") for row in text.splitlines() if row[0] != "#")
    shipped = parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"))
    plain = str.maketrans("“”’", '""\'')
    wrong = [
        each.line
        for each in shipped.instrument.passages
        if each.quote.translate(plain) not in lines[each.line[1:]].translate(plain)
    ]
    assert wrong == []


def test_articles_have_their_themes_when_the_text_is_there() -> None:
    text = (ROOT / "indicators.yaml").read_text(encoding="utf-8")
    text = text.replace(
        "instrument:\n", 'instrument:\n  articles: [{article: "1", text: On cooperation., items: [BD-1]}]\n', 1
    )
    view = declaration.build(SimpleNamespace(framework=parse(text), sources=()))
    assert [(article.article, [i.id for i in items]) for article, items in view.articles] == [("1", ["BD-1"])]
    without = {item.id for item in view.without_article}
    assert "BD-1" not in without
    assert {"BD-2", "BD-17"} <= without
    assert "AC-1" not in without


def rows(html: str) -> dict[str, str]:
    """Return the rows of the table by the number of the conclusion."""
    return dict(re.findall(r'<tr id="conclusion-([\d.]+)">(.*?)</tr>', html, re.DOTALL))


def test_the_eleven_conclusions_are_listed_with_their_lines(base) -> None:
    found = rows(get(base + "/declaration?tab=conclusions")[1])
    lines = {number: re.search(r"#L(\d+)", row)[1] for number, row in found.items()}
    assert lines == {item.removeprefix("AC-"): str(line) for item, line in CONCLUSIONS.items()}
    assert list(lines) == ["1", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "3", "4", "5", "6"]


def test_a_conclusion_says_who_else_proposed_it(base) -> None:
    html = get(base + "/declaration?tab=conclusions")[1]
    found = {number: " ".join(text(row, "en")[0].split()) for number, row in rows(html).items()}
    assert "The National Commission of Uzbekistan put forward the idea" in found["1"]
    assert "Rodnik suggested a technical resource library" in found["2.5"]
    assert "A draft is before the five states" in found["1"]
