"""Russian slides: titles and bodies of sources are translated and marked; only quotes and names of documents stay."""

from bukhara.pack import PackChoice
from bukhara.pack.fit import in_full, shortened
from bukhara.pack.notes import notes_text
from bukhara.pack.slides import Points, Slide, SlidePoint
from bukhara.views.themes import conclusions
from tests.web.sentences import latin_words


def own_texts(slide: Slide) -> list[str]:
    """Return the texts of a slide apart from quotes and from the places in a data set, which are in its own words."""
    points = [p for block in slide.blocks if isinstance(block, Points) for p in block.points if is_own(p)]
    shown = [text for point in points for text in (point.text, point.about, point.source)]
    bodies = [quote.body for quote in slide.notes.quotes]
    return [slide.title, slide.label, *slide.sources, *slide.notes.say, *slide.notes.cautions, *bodies, *shown]


def is_own(point: SlidePoint) -> bool:
    return point.language in ("", "ru")


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
    parts = [part for quote in quotes if quote.is_printed for part in quote.text.split("” “")]
    assert [part for part in parts if part not in printed] == []
    notes = "\n".join(notes_text(slide) for slide in pack.slides)
    assert [quote.text for quote in quotes if not quote.is_printed and f"“{quote.text}”" in notes] == []


def test_a_text_that_is_too_long_is_cut_between_two_words_and_whole_in_the_notes() -> None:
    point = SlidePoint(text="One law, two plans", about="Laws")
    cut = [shortened(point, most).text for most in (18, 17, 12)]
    assert cut == ["One law, two plans", "One law, two\u00a0…", "One law,\u00a0…"]
    assert [in_full(point, most) for most in (18, 17)] == ["", "Laws: One law, two plans"]
