"""Each finding of a framework: code, line and sentence for documents with one error, and for texts that are no framework."""

from itertools import pairwise
from pathlib import Path

import pytest

from bukhara.framework import check, sentence
from bukhara.framework.sentences import SENTENCES
from bukhara.i18n.words import words_of

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")

# code, what is replaced in the small document, what with, and how the reported line begins
CODED = 'date: 2023-07-28, second_coding: [{country: %s, indicator: %s, status: planned}], title: {en: "Report"'
WEIGHT = "    weight: 1\n"
MOVED = WEIGHT + "%s    moved:\n      - {indicator: BD-1.1, to: %s%s}\n"
RETIRED = "    retired_on: 2026-11-01\n"
MORE = "}\n      - {indicator: BD-1.1, to: BD-3.1, source: astana, locator: L195"
ONE_THING_WRONG = [
    ("unknown-country", 'date: 2023-07-28, title: {en: "Report"', CODED % ("XYZ", "BD-1.1"), '  - {id: "astana"'),
    ("not-in-list", 'date: 2023-07-28, title: {en: "Report"', CODED % ("KAZ", "BD-9.9"), '  - {id: "astana"'),
    ("yaml-unreadable", "  noise_p: 0.1", "\tnoise_p: 0.1", "\tnoise_p"),
    ("alias-used", 'when: "2023-07"', 'when: &w "2023-07"\n    public_source: *w', "    public_source: *w"),
    ("tag-used", 'line: "L85"', "line: !!python/name:os.system L85", "    line: !!python"),
    ("out-of-range", "noise_p: 0.1", "noise_p: !!float .nan", "  noise_p"),
    ("tag-used", "languages: [en", "languages: !x [en", "languages"),
    ("duplicate-key", "  noise_p: 0.1", "  noise_p: 0.1\n  noise_p: 0.2", "  noise_p: 0.2"),
    ("missing-key", "  noise_p: 0.1\n", "", "method:"),
    ("unknown-key", "noise_p: 0.1", "noise_p: 0.1\n  noise_q: 0.1", "  noise_q"),
    ("unlisted-language", '{en: "Report",', '{en: "Report", Russian: "x",', '  - {id: "astana"'),
    ("wrong-type", "noise_p: 0.1", "noise_p: a tenth", "  noise_p"),
    ("wrong-type", 'title: {en: "Declaration", ru: "Декларация"}', "title: Declaration", "  title"),
    ("empty-value", 'place: {en: "Astana", ru: "Астана"}', "place:", "    place:"),
    ("empty-value", 'pillar: "protection"', 'pillar: ""', "    pillar:"),
    ("empty-value", "languages: [en, ru]", "languages: []", "languages"),
    ("text-not-quoted", 'version: "1"\nlang', "version: 1.1\nlang", "version: 1.1"),
    ("text-not-quoted", 'id: "third"', "id: NO", "  - id: NO"),
    ("wrong-type", "from_round: false", "from_round: never", "    from_round"),
    ("not-in-list", "basis: theme", "basis: hearsay", "    basis: hearsay"),
    ("out-of-range", "noise_p: 0.1", "noise_p: 10", "  noise_p"),
    ("duplicate-entry", "languages: [en, ru]", "languages: [en, ru, ru]", "languages"),
    ("id-invalid", 'id: "BD-1.1"', 'id: "1.1"', '      - id: "1.1"'),
    ("line-invalid", 'line: "L85"', 'line: "page 4"', "    line: "),
    ("date-invalid", "start: 2023-07-27", "start: 27.07.2023", "    start"),
    ("date-invalid", "start: 2023-07-27", "start: 2023-02-30", "    start"),
    ("date-invalid", 'when: "2023-07"', 'when: "2023-13"', "    when"),
    ("date-order", "end: 2023-07-28", "end: 2023-07-01", "    end"),
    ("date-order", "due: 2025-05-31", "due: 2025-01-31", "      due"),
    ("duplicate-id", 'id: "BD-1.2"', 'id: "BD-1.1"', '      - id: "BD-1.1"\n        type: measure'),
    ("duplicate-id", '{code: "REG"', '{code: "KAZ"', '  - {code: "KAZ", name: {en: "Region"'),
    ("duplicate-id", '{en: "Invented Ministry"', '{en: "Ministry"', '    - {name: {en: "Ministry", ru: "Вымышленное'),
    ("missing-language", 'name: {en: "Item", ru: "Пункт"}', 'name: {en: "Item"}', "    name"),
    ("missing-language", 'name: {en: "Item", ru: "Пункт"}', 'name: {ru: "Пункт"}', "    name"),
    ("unlisted-language", 'name: {en: "Item",', 'name: {kk: "Тармақ", en: "Item",', "    name"),
    ("unknown-pillar", 'pillar: "protection"', 'pillar: "peace"', "    pillar"),
    ("unknown-topic", "        direction: none", "        topics: [peace]\n        direction: none", "        topics"),
    ("unknown-country", 'country: "KAZ", kind', 'country: "ALB", kind', '  - {name: {en: "Ministry"'),
    ("unknown-country", 'country: "XAA", kind', 'country: "KAZ", kind', '    - {name: {en: "Invented Ministry"'),
    ("unknown-country", '    host: "KAZ"\n', "", '  - id: "third"'),
    ("id-not-under-item", 'id: "BD-1.2"', 'id: "BD-12"', '      - id: "BD-12"'),
    ("country-order", '{code: "KAZ"', '{code: "ZAZ"', "countries:"),
    ("country-order", '{code: "XAA"', '{code: "XAC"', "  countries:"),
    ("item-without-milestone", "type: milestone\n        name", "type: fact\n        name", '  - id: "BD-1"'),
    ("conditions-without-milestone", "type: milestone\n        name", "type: fact\n        name", "        conditions"),
    ("measure-without-unit", '        unit: "number"\n        counting', "        counting", '      - id: "BD-1.2"'),
    (
        "direction-not-none-for-count",
        "    direction: none\nexercise",
        "    direction: up\nexercise",
        "    direction: up",
    ),
    ("quote-length", 'three four five six"', 'three four"', "    quote"),
    ("quote-length", 'four five six"', 'four | five six"', "    quote"),
    ("quote-without-line", 'line: "L85"', 'line: ""', "    quote"),
    ("threshold-order", "band: 0.8", "band: 0.5", "  coverage"),
    ("missing-key", '    group: "context"\n', "", '  - id: "CTX-cases"'),
    ("missing-key", "      due: 2025-05-31\n", "", '    - id: "round-1"'),
    ("threshold-order", "assertion: 0.5", "assertion: 0.8", "  evidence_caps"),
    ("date-invalid", WEIGHT, f"{WEIGHT}    retired_on: 2026-02-30\n", "    retired_on"),
    ("date-order", WEIGHT, f"{WEIGHT}    added_on: 2026-02-02\n    retired_on: 2026-02-01\n", "    retired_on"),
    ("article-missing", "basis: theme", "basis: article", "    basis: article"),
    ("moved-without-retired", WEIGHT, MOVED % ("", "BD-2.1", ""), "    moved"),
    ("not-in-list", WEIGHT, MOVED % (RETIRED, "BD-1.1", ""), "      - {indicator: BD-1.1"),
    ("missing-key", WEIGHT, MOVED % (RETIRED, "BD-2.1", ", source: astana"), "      - {indicator: BD-1.1"),
    ("moved-twice", WEIGHT, MOVED % (RETIRED, "BD-2.1", MORE), "      - {indicator: BD-1.1, to: BD-3.1"),
]


def _with(old: str, new: str) -> str:
    assert old in SMALL
    return SMALL.replace(old, new, 1)


def test_the_small_document_is_clean() -> None:
    assert check(SMALL) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("end: 2023-07-28", "end: 2023-07-27"),
        ('"one two three four five six"', '"one two three four five"'),
        ('"one two three four five six"', f'"{" ".join(["word"] * 30)}"'),
    ],
    ids=["a conference of one day", "a quote of 5 words", "a quote of 30 words"],
)
def test_what_is_just_allowed_is_clean(old: str, new: str) -> None:
    assert check(_with(old, new)) == ()


@pytest.mark.parametrize(("code", "old", "new", "line"), ONE_THING_WRONG)
def test_an_error_is_found_at_its_line(code: str, old: str, new: str, line: str) -> None:
    text = _with(old, new)
    rows = [finding.row for finding in check(text) if finding.code == code]
    assert text.count("\n", 0, ("\n" + text).index("\n" + line)) + 1 in rows


def test_a_milestone_needs_conditions() -> None:
    start, end = SMALL.index("        conditions:"), SMALL.index('      - id: "BD-1.2"')
    (finding,) = check(SMALL[:start] + SMALL[end:])
    assert (finding.code, finding.column) == ("milestone-without-conditions", "items[0].indicators[0]")


def test_every_code_has_a_bad_document() -> None:
    shown_elsewhere = {
        "quote-not-in-article",
        "article-not-in-text",
        "moved-nothing",
        "yaml-empty",
        "milestone-without-conditions",
    }
    assert {code for code, *_ in ONE_THING_WRONG} | shown_elsewhere == set(SENTENCES)


SENTENCE_OF = [
    (
        "basis: theme",
        "basis: hearsay",
        "hearsay is not in the list: article, attested, presented, theme, conclusion, context.",
    ),
    ("noise_p: 0.1", "noise_q: 0.1", "The key noise_p is missing here."),
    ("noise_p: 0.1", "noise_p: 7", "7 is outside the allowed range; the limit is 1."),
    ("noise_p: 0.1", "noise_p: few", "The value has another form here: expected is a number."),
    ('line: "L85"', 'line: "{x}"', "{x} is not a line reference. Write L195, or several as L155 | L195."),
    ("bar: 0.6", "bar: 1", "bar must be below band."),
    ('version: "1"\nlang', "version: 1.10\nlang", "This is read as 1.1, not as a text. Put it in quotation marks."),
    (
        'country: "KAZ", kind: state',
        'country: "KAZ", kind: ~',
        "The value is empty. Fill it, or remove the key if it is optional.",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), SENTENCE_OF)
def test_a_sentence_names_what_is_wrong(old: str, new: str, expected: str) -> None:
    words = words_of("en")
    assert expected in [sentence(finding, words) for finding in check(SMALL.replace(old, new, 1))]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", []),
        ("    added_on: 2026-11-01\n", []),
        ("    added_on: 2026-11-02\n", ["not-in-list"]),
        ("    retired_on: 2026-11-01\n", ["not-in-list"]),
        ("    retired_on: 2026-11-02\n", []),
    ],
    ids=["always there", "added that day", "added later", "retired that day", "retired later"],
)
def test_rows_move_to_an_item_that_is_in_the_list_on_that_day(more: str, codes: list[str]) -> None:
    start, end = SMALL.index('  - id: "BD-1"\n'), SMALL.index("measures:\n")
    other = SMALL[start:end].replace("BD-1", "BD-2").replace(WEIGHT, WEIGHT + more)
    text = _with(WEIGHT, MOVED % (RETIRED, "BD-2.1", "")).replace("measures:\n", other + "measures:\n", 1)
    assert [finding.code for finding in check(text)] == codes


BOMB = "a: &a [x]\n" + "".join(f"{n}: &{n} [{', '.join(['*' + p] * 9)}]\n" for p, n in pairwise("abcdefghi"))

BAD = [
    ("", "yaml-empty", 1),
    ("# only a remark\n", "yaml-empty", 1),
    ("~", "yaml-empty", 1),
    (BOMB, "alias-used", 2),
    ("a: 1\n--- \nb: 2\n", "yaml-unreadable", 2),
    ("a: 'open\n", "yaml-unreadable", 2),
    ("a: 1\nb: \x00\n", "yaml-unreadable", 2),
    ("a: 1\nb: \ud800\n", "yaml-unreadable", 2),
    ("- a\n- b\n", "wrong-type", 1),
    ("just words", "wrong-type", 1),
    ("[" * 500, "yaml-unreadable", 1),
    ("? [a, b]\n: c\n", "unknown-key", 1),
    ("<<: {a: 1}\n", "unknown-key", 1),
    ("version: !!int " + "9" * 5000, "tag-used", 1),
    ("version: !!bool maybe", "tag-used", 1),
]


@pytest.mark.parametrize(("text", "code", "row"), BAD, ids=range(len(BAD)))
def test_bad_text_is_reported(text: str, code: str, row: int) -> None:
    assert (code, row) in [(finding.code, finding.row) for finding in check(text)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_any_depth_is_reported(opening: str) -> None:
    assert check(opening * 100_000)
