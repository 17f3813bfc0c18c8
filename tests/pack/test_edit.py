"""The running order as rows: what is kept, left out, moved and new, written as short as possible."""

from dataclasses import replace

from bukhara.pack import ChosenSlide, PackChoice, SlideKind, from_text, to_text
from bukhara.pack.edit import chosen, moved, rows_of, with_new


def slides_of(packs):
    return packs("record", PackChoice()).slides


def test_what_is_suggested_needs_no_list_of_slides(packs) -> None:
    slides = slides_of(packs)
    assert chosen(PackChoice(), rows_of(slides, PackChoice()), slides) == PackChoice()


def test_a_subject_that_is_kept_whole_is_one_entry_and_a_part_of_it_is_named_slide_by_slide(packs) -> None:
    slides = slides_of(packs)
    kept = {"title", "all-questions-1", "all-questions-2", "all-contested-2"}
    rows = [replace(row, is_kept=row.id in kept) for row in rows_of(slides, PackChoice())]
    found = chosen(PackChoice(), rows, slides)
    assert [each.id for each in found.slides] == ["title", "all-contested-2", "all-questions"]
    again = rows_of(slides, from_text(to_text(found)))
    assert {row.id for row in again if row.is_kept} == kept
    assert [row.id for row in again][:5] == [
        "title", "all-contested-1", "all-contested-2", "all-questions-1", "all-questions-2",
    ]  # fmt: skip


def test_a_slide_moves_by_one_place_and_stays_at_the_ends(packs) -> None:
    kinds = (SlideKind.TITLE, SlideKind.MATRIX, SlideKind.STATISTICS, SlideKind.SINCE)
    rest = slides_of(packs)
    figures = [slide.id for slide in rest if slide.kind is SlideKind.STATISTICS][3:]
    slides = tuple(slide for slide in rest if slide.kind in kinds and slide.id not in figures)
    rows = rows_of(slides, PackChoice())
    title, matrix, since, *three = [row.id for row in rows]
    one, two, last = three
    assert [row.id for row in moved(rows, matrix, -1)][:2] == [matrix, title]
    assert moved(rows, "unknown", 1) == rows
    assert [row.id for row in moved(rows, one, 1)][3:] == [two, one, last]
    assert [row.id for row in moved(rows, one, -1)][2:] == [one, since, two, last]
    assert [row.id for row in moved(rows, since, 1)][2:] == [one, two, last, since]
    some = [replace(row, is_kept=row.id != since) for row in rows]
    assert [row.id for row in moved(some, two, -1, group=True)][1:5] == [
        *three, matrix,
    ], "a slide that is left out is no place"  # fmt: skip
    assert moved(rows, title, -1) == rows
    assert moved(rows, last, 1) == rows
    order = chosen(PackChoice(), moved(rows, matrix, -1), slides)
    assert [slide.id for slide in order.applied(slides)][:2] == [matrix, title]


def test_minutes_are_kept_only_where_they_differ(packs) -> None:
    slides = slides_of(packs)
    rows = [replace(row, minutes=9) if row.id == "title" else row for row in rows_of(slides, PackChoice())]
    found = chosen(PackChoice(), rows, slides)
    assert found.slides[:2] == (ChosenSlide("title", 9), ChosenSlide("matrix"))


def test_a_slide_that_was_not_offered_before_is_kept_in_its_place(packs) -> None:
    slides = slides_of(packs)
    every = rows_of(slides, PackChoice())
    states = [row for row in every if row.id.startswith("country-")]
    found = with_new([row for row in every if row not in states], states, slides)
    assert found == every
    assert [row.id for row in with_new([], states[::-1], slides)] == [row.id for row in states]


def test_what_is_left_out_is_beside_its_kind_or_at_the_end(packs) -> None:
    slides = slides_of(packs)
    choice = from_text("1~~~~~~country-UZB_country-KAZ_all-contested-2_title")
    rows = [row.id for row in rows_of(slides, choice)]
    assert rows[:8] == [
        "country-UZB", "country-KAZ", "country-KGZ", "country-TJK", "country-TKM",
        "all-contested-1", "all-contested-2", "title",
    ]  # fmt: skip
    assert rows[8:10] == ["matrix", "challenges"]
    assert sorted(rows) == sorted(slide.id for slide in slides)
