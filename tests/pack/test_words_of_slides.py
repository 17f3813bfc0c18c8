"""Russian slides: titles and bodies of sources are translated and marked; only quotes and names of documents stay."""

from bukhara.pack import PackChoice
from bukhara.pack.slides import Points, Slide
from bukhara.views.themes import conclusions
from tests.web.sentences import latin_words


def own_texts(slide: Slide) -> list[str]:
    """Return the texts of a slide apart from quotes and from the places in a data set, which are in its own words."""
    points = [p for block in slide.blocks if isinstance(block, Points) for p in block.points]
    shown = [text for point in points for text in (point.text, point.about)]
    bodies = [quote.body for quote in slide.notes.quotes]
    return [slide.title, slide.label, *slide.sources, *slide.notes.say, *slide.notes.cautions, *bodies, *shown]


def test_a_russian_slide_has_no_english_but_quotes_and_names_of_documents(packs) -> None:
    slides = packs("record", PackChoice(languages=("ru",))).slides
    assert len(slides) > 15
    assert [(slide.id, text) for slide in slides for text in own_texts(slide) if latin_words(text)] == []
    sources = [line for slide in slides for line in slide.sources]
    assert any("Отчёт Третьей международной конференции" in line and "(перевод)" in line for line in sources)


def test_only_words_that_a_source_printed_are_in_quotation_marks(packs, record) -> None:
    snapshot = record.snapshot()
    records = (*snapshot.statements, *snapshot.observations)
    printed = {part for each in records for part in (each.quote, *each.quote.split(" | "))}
    printed |= {conclusion.quote for conclusion in record.view(conclusions.build, snapshot)}
    pack = packs("record", PackChoice(languages=("en",)))
    quotes = [quote for slide in pack.slides for quote in slide.notes.quotes]
    parts = [part for quote in quotes for part in quote.text.split("” “")]
    assert [part for part in parts if part not in printed] == []
