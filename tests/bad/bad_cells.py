"""Kinds of bad workbook that differ from their twin in the cells of one row."""

import io
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache, partial

from openpyxl import load_workbook

from bukhara.workbook.columns import sheet_of
from tests.bad.baseline import BODY, PARTNERS, STATISTICS, TRACKER, Bad, WorkbookKind, address, put, valid

YEAR = datetime.combine(date(2023, 1, 1), time())


@dataclass(frozen=True)
class Cells:
    """A name, the code expected, a kind and row, what is written, what is right, where the finding is."""

    name: str
    code: str
    kind: WorkbookKind
    bad: dict[str, object]
    right: dict[str, object]
    row: int = 3
    at: str = ""
    stops: bool = True
    number_format: str = "General"
    right_format: str = "General"

    def made(self) -> Bad:
        """Return the kind of bad workbook."""
        key = self.at or next(iter(self.bad))
        return Bad(
            name=self.name,
            code=self.code,
            at=f"{'Statements' if self.kind is TRACKER else self.kind.value.title()}!{address(self.kind, key, self.row)}",
            content=partial(_with, self.kind, self.row, self.bad, self.number_format),
            twin=partial(_with, self.kind, self.row, self.right, self.right_format),
            stops=self.stops,
        )


_opened = cache(lambda kind: load_workbook(io.BytesIO(valid(kind))))


def _with(kind: WorkbookKind, row: int, cells: dict[str, object], number_format: str) -> bytes:
    """Return a valid workbook with cells written; it is opened once, and gets back what was in them."""
    workbook, stream = _opened(kind), io.BytesIO()
    places = [workbook[sheet_of(kind).title][address(kind, key, row)] for key in cells]
    before = [(cell, cell.value, cell.number_format) for cell in places]
    put(workbook, kind, row, cells, number_format)
    workbook.save(stream)
    for cell, value, shown in before:
        cell.value, cell.number_format = value, shown
    return stream.getvalue()


def _number(name: str, code: str, bad: object, right: object, *, stops: bool = True, column: str = "value") -> Cells:
    return Cells(f"num_{name}", code, STATISTICS, {column: bad}, {column: right}, stops=stops)


def _text(name: str, code: str, column: str, bad: object, right: object, *, stops: bool = True) -> Cells:
    return Cells(name, code, TRACKER, {column: bad}, {column: right}, stops=stops)


def _format(name: str, shown: str, value: float) -> Cells:
    return Cells(
        f"fmt_{name}", "shown-differs", STATISTICS, {"value": value}, {"value": value}, row=7, stops=False, number_format=shown,
    )  # fmt: skip


def _date(
    name: str, code: str, bad: object, right: object = "2023-01-01", *, stops: bool = True, fmt: str = "General"
) -> Cells:
    return Cells(
        f"date_{name}", code, STATISTICS, {"period_start": bad}, {"period_start": right}, stops=stops, number_format=fmt
    )


NUMBERS = (
    _number("no_break_space", "value-normalised", "1\u00a0110", 1110, stops=False),
    _number("apostrophe", "value-normalised", "1'110", 1110, stops=False),
    _number("minus_sign", "negative-count", "−5", 5),
    _number("arabic_indic", "number-unreadable", "١١٠", 110),
    _number("underscore", "number-unreadable", "1_000", 1000),
    _number("letter_o", "number-unreadable", "11O", 110),
    _number("comma_or_thousands", "number-ambiguous", "1,234", 1234),
    _number("dot_or_thousands", "number-ambiguous", "1.234", 1234),
    _number("below", "number-below", "<5", 5),
    _number("below_words", "number-below", "до 5", 5),
    _number("bound", "number-bound", "более 5", 5),
    _number("bound_about", "number-bound", "~5", 5),
    _number("range", "number-range", "5–7", 6),
    _number("range_words", "number-range", "от 5 до 7", 6),
    _number("note_inside", "number-unreadable", "12 (of them 3)", 12),
    _number("footnote_star", "number-unreadable", "110*", 110),
    _number("fraction_sign", "number-unreadable", "1½", 1),
    _number("dash", "gap-in-words", "–", 0),
    _number("dots", "gap-in-words", "...", 0),
    _number("colon", "gap-in-words", ":", 0),
    _number("not_known", "gap-in-words", "н/д", 0),
    _number("space_only", "value-missing", "  ", 0),
    _number("empty", "value-missing", None, 0),
    _number("nan", "not-finite", "NaN", 1),
    _number("infinite", "not-finite", "-inf", 1),
    _number("boolean", "boolean-value", True, 1),
    _number("boolean_russian", "boolean-value", "ИСТИНА", 1),
    _number("too_large", "number-too-large", 12345678901234567890, 123456789),
    _number("negative", "negative-count", -3, 3),
    _number("fraction", "fraction-for-count", 2.5, 2),
    _number("percent_sign", "percent-sign", "12 %", 12),
    _number("dollar", "number-unreadable", "$110", 110),
    _number("right_to_left_mark", "value-normalised", "\u200f110", 110, stops=False),
    Cells("num_above_100_percent", "percent-out-of-range", STATISTICS, {"value": 101}, {"value": 100}, row=7),
    Cells(
        "num_below_0_percent",
        "percent-out-of-range",
        STATISTICS,
        {"value": -1},
        {"value": -1, "qualifier": "change_percent"},
        row=7,
    ),
    Cells("num_long_id", "number-too-large", TRACKER, {"note": 12345678901234567890}, {"note": "12345678901234567890"}),
)
STATES = (
    Cells("state_gap_with_value", "value-with-gap", STATISTICS, {"value": 0, "state": "not_available"},
          {"value": None, "state": "not_available", "quote": None, "source_locator": None}),
    Cells("state_awaited_without_date", "asked-on-missing", STATISTICS, {"asked_on": None, "value": None, "state": "not_reported"},
          {"asked_on": date(2026, 1, 1), "value": None, "state": "not_reported"}),
    Cells("state_unknown", "unknown-code", STATISTICS, {"state": "maybe"}, {"state": "value"}),
    Cells("state_missing", "missing-value", STATISTICS, {"state": None}, {"state": "value"}),
    Cells("state_status", "state-status-mismatch", TRACKER, {"status": "in_place", "state": "not_available"},
          {"status": None, "state": "not_available"}),
    Cells("range_half", "range-incomplete", STATISTICS, {"value_high": None}, {"value_high": 400}, row=6),
    Cells("range_reversed", "range-reversed", STATISTICS, {"value_low": 500}, {"value_low": 400}, row=6),
    Cells("range_not_said", "bounds-without-range", STATISTICS, {"value_low": 5}, {"value_low": None}),
    Cells("change_unit", "change-percent-unit", STATISTICS, {"unit": "count", "qualifier": "change_percent"},
          {"unit": "percent", "qualifier": "change_percent"}),
    Cells("range_and_value", "value-beside-range", STATISTICS, {"value": 360}, {"value": None}, row=6),
    Cells("level_of_another_status", "level-differs", TRACKER, {"status": "in_place", "level": 0},
          {"status": "in_place", "level": 1}, at="level", stops=False),
    Cells("answer_is_a_dash", "no-answer", TRACKER, {"statement": "–", "state": None}, {"statement": "A plan.", "state": None}),
    Cells("answer_no_data", "gap-read", STATISTICS, {"value": "нет данных", "state": None},
          {"value": None, "state": "not_available"}, stops=False),
    Cells("document_without_number", "document-not-named", TRACKER, {"evidence_grade": "primary_document"},
          {"evidence_grade": "primary_document", "act_kind": "law", "act_name": "Law 110"}),
    Cells("status_without_end", "status-not-for-item", TRACKER, {"status": "continuing"}, {"status": "in_place"}, stops=False),
    Cells("unit_of_another_measure", "unit-differs", STATISTICS, {"unit": "percent", "value": 11}, {"unit": "count", "value": 11},
          stops=False),
    Cells("quote_dash", "quote-missing", STATISTICS, {"quote": "-"}, {"quote": "A total of 110"}),
    Cells("text_dash", "read-as-empty", TRACKER, {"note": "—"}, {"note": None}, stops=False),
    Cells("text_dots", "read-as-empty", STATISTICS, {"sex": "..."}, {"sex": None}, stops=False),
    Cells("language_of_other_letters", "language-differs", TRACKER, {"lang": "en", "statement": "Закон принят."},
          {"lang": "ru", "statement": "Закон принят."}, stops=False),
    Cells("state_gap_with_level", "value-with-gap", TRACKER, {"level": 1, "state": "not_asked", "status": "not_asked"},
          {"level": None, "state": "not_asked", "status": "not_asked", "statement": None}),
    Cells("state_gap_without_status", "state-status-mismatch", TRACKER, {"status": "not_asked"}, {"status": "in_place"}),
    Cells("state_awaited_in_tracker", "asked-on-missing", TRACKER, {"asked_on": None, "state": "not_reported", "status": None},
          {"asked_on": date(2026, 1, 1), "state": "not_reported", "status": None}),
    Cells("level_in_a_report", "level-not-for-source", TRACKER, {"level": 0.5, "since": "2023", "source_id": "astana-2023-report"},
          {"level": None, "since": "2023", "source_id": "astana-2023-report"}),
    Cells("outcome_in_a_report", "outcome-not-for-source", TRACKER, {"step_outcome": "kept", "since": "2023", "source_id": "astana-2023-report"},
          {"step_outcome": None, "since": "2023", "source_id": "astana-2023-report"}),
    Cells("quote_long_in_parts", "quote-too-long", TRACKER, {"quote": "five words of a quote | " + "word " * 31},
          {"quote": ("word " * 30).strip() + " | " + ("word " * 30).strip()}),
    Cells("quote_missing_in_tracker", "quote-missing", TRACKER, {"quote": None, "since": "2023", "source_id": "astana-2023-report"},
          {"quote": "the law is in force", "since": "2023", "source_id": "astana-2023-report"}),
    Cells("state_boolean", "boolean-value", TRACKER, {"state": True}, {"state": "value"}),
    Cells("note_boolean", "boolean-value", TRACKER, {"note": True}, {"note": "yes"}),
    Cells("level_other", "level-invalid", TRACKER, {"level": 0.7}, {"level": 0.5}),
    Cells("level_look_alike", "number-unreadable", TRACKER, {"level": "О.5".replace("О", "O")}, {"level": 0.5}),
    Cells("kind_with_status", "status-not-for-kind", TRACKER, {"status": "in_place", "kind": "need"},
          {"status": None, "kind": "need"}),
    Cells("part_above_total", "part-above-total", STATISTICS, {"value": 111}, {"value": 60}, row=4, stops=False),
    Cells("sum_differs", "sum-differs", STATISTICS, {"value": 111}, {"value": 110}, stops=False),
    Cells("status_missing", "status-missing", TRACKER, {"status": None}, {"status": None, "level": 0}),
    Cells("figure_in_statement", "figure-in-statement", TRACKER,
          {"kind": "figure", "status": None, "indicator": "BD-8b.2", "statement": "120 persons"},
          {"kind": "figure", "status": None, "indicator": "BD-8b.2", "statement": "Many persons"}, at="statement"),
    Cells("unit_missing", "missing-value", STATISTICS, {"unit": None}, {"unit": "count"}),
    Cells("unit_unknown", "unknown-unit", STATISTICS, {"unit": "людей"}, {"unit": "count"}, stops=False),
    Cells("unit_sign", "value-normalised", STATISTICS, {"unit": "%"}, {"unit": "percent"}, row=7, stops=False),
    Cells("statement_missing", "missing-value", TRACKER, {"statement": None}, {"statement": "A law."}),
    Cells("act_kind_missing", "missing-value", TRACKER, {"act_kind": None, "act_name": "Law 1"}, {"act_kind": "law", "act_name": "Law 1"}),
    Cells("partner_missing", "missing-value", PARTNERS, {"partner": None}, {"partner": "IOM"}),
    Cells("source_missing", "missing-value", STATISTICS, {"source_id": None}, {"source_id": "astana-2023-report"}),
    Cells("quote_missing", "quote-missing", STATISTICS, {"quote": None}, {"quote": "A total of 110"}),
    Cells("quote_long", "quote-too-long", TRACKER, {"quote": "word " * 31}, {"quote": ("word " * 30).strip()}),
    Cells("locator_missing", "locator-missing", STATISTICS, {"source_locator": None}, {"source_locator": "L195"}),
)  # fmt: skip
ERRORS = tuple(
    Cells(f"err_{error.strip('#/!?').lower().replace('/', '')}", "error-cell", STATISTICS, {column: error}, {column: right})
    for error, column, right in (
        ("#REF!", "value", 110), ("#N/A", "note", ""), ("#DIV/0!", "value_low", None), ("#VALUE!", "unit", "count"),
        ("#NAME?", "country", "KAZ"), ("#NULL!", "period_end", "2023-06-30"), ("#NUM!", "period_start", "2023-01-01"),
    )
)  # fmt: skip
FORMULAS = (
    Cells("fx_no_cache", "formula-no-value", STATISTICS, {"value": "=100+10"}, {"value": 110}),
    Cells(
        "fx_web_service", "formula-fetches", STATISTICS, {"value": '=WEBSERVICE("http://127.0.0.1/x")'}, {"value": 110}
    ),
    Cells("fx_image", "formula-fetches", STATISTICS, {"value": '=_xlfn.IMAGE("http://127.0.0.1/x")'}, {"value": 110}),
    Cells("fx_dde", "formula-fetches", STATISTICS, {"note": "=cmd|'/C calc'!A0"}, {"note": "none"}),
)
FORMATS = (
    _format("rounded", "0", 12.4),
    _format("two_decimals", "0.00", 12.004),
    _format("fraction", "# ?/?", 12.5),
    _format("digits_in_words", '"1"0', 10),
    _format("zero_of_hashes", "#", 0),
    _format("scale_in_words", '0" тыс."', 12),
    _format("minus_added", "-0", 12),
    _format("exponent_rounded", "0E+00", 12.5),
    Cells(
        "fmt_text_hidden",
        "not-visible",
        TRACKER,
        {"note": "a remark"},
        {"note": "a remark"},
        stops=False,
        number_format=";;;",
        right_format="0;0;0;@",
    ),
    Cells(
        "fmt_white_number",
        "not-visible",
        STATISTICS,
        {"value": 110},
        {"value": 110},
        stops=False,
        number_format="[White]0",
        right_format="[Red]0",
    ),
    _format("conditional", '[<200]"few";0', 12),
    Cells("fmt_date", "date-in-number", STATISTICS, {"value": 110}, {"value": 110}, number_format="yyyy-mm-dd"),
    Cells("fmt_date_in_code", "date-in-text", TRACKER, {"indicator": YEAR}, {"indicator": "BD-8b.1"}),
    Cells("fmt_date_in_text", "date-in-text", STATISTICS, {"period_label": YEAR}, {"period_label": "2023"}),
)
DATES = (
    _date("with_hour", "value-normalised", YEAR.replace(hour=12), stops=False, fmt="yyyy-mm-dd hh:mm"),
    _date("day_or_month", "date-ambiguous", "01/02/2023"),
    _date("short_year", "date-short-year", "01.01.23"),
    Cells("date_half_year", "date-of-period", STATISTICS, {"asked_on": "first half of 2023"}, {"asked_on": "2023-01-01"}),
    _date("no_day", "date-unreadable", "early in 2023"),
    _date("impossible", "date-unreadable", "2023-02-30"),
    _date("time_zone", "date-unreadable", "2023-01-01T00:00:00+05:00"),
    _date("serial_without_format", "date-as-number", 44927),
    _date("serial_zero", "date-unreadable", 0, fmt="yyyy-mm-dd"),
    _date("serial_60", "date-unreadable", 60, fmt="yyyy-mm-dd"),
    _date("serial_negative", "date-unreadable", -5, fmt="yyyy-mm-dd"),
    _date("serial_huge", "date-unreadable", 99999999, fmt="yyyy-mm-dd"),
    _date("too_early", "date-out-of-range", "1023-01-01"),
    _date("too_late", "date-out-of-range", "2203-01-01"),
    _date("year_in_a_date_cell", "date-out-of-range", 2023, fmt="yyyy-mm-dd"),
    Cells("date_without_its_day", "shown-differs", STATISTICS, {"period_start": 44927}, {"period_start": 44927}, stops=False,
          number_format="mm.yyyy", right_format="dd.mm.yyyy"),
    Cells("date_period_of_another_year", "period-told-otherwise", STATISTICS, {"period_label": "2022"},
          {"period_label": "first half of 2023"}, stops=False),
    Cells("date_period_of_another_half", "period-told-otherwise", STATISTICS, {"period_label": "2 полугодие 2023 г."},
          {"period_label": "I полугодие 2023 года"}, stops=False),
    Cells("date_period_in_months", "period-told-otherwise", STATISTICS, {"period_label": "январь-июль 2023"},
          {"period_label": "6 мес. 2023 г."}, stops=False),
    Cells("date_since_after_source", "since-after-source", TRACKER, {"since": "2062-01-01"}, {"since": "2026-04-01"}),
    Cells("date_due_before_the_letter", "due-before-source", TRACKER, {"due_date": "2020-01-31", "next_step": "A rule."},
          {"due_date": "2062-01-31"}, stops=False),
    _date("boolean", "boolean-value", True),
    Cells("date_end_before_start", "end-before-start", STATISTICS, {"period_end": "2022-06-30"}, {"period_end": "2023-06-30"}),
    Cells("date_until_before_since", "end-before-start", TRACKER, {"valid_until": "2023"}, {"valid_until": "2024"}),
    Cells("date_month_13", "partial-date-unreadable", TRACKER, {"since": "2024-13"}, {"since": "2024-12"}),
    Cells("date_after_source", "period-after-source", STATISTICS, {"period_end": "2025-06-30"}, {"period_end": "2023-06-30"},
          stops=False),
    Cells("date_end_missing", "period-missing", STATISTICS, {"period_end": None},
          {"period_end": None, "period_label": "2023, to the day of the letter"}),
    Cells("date_period_missing", "period-missing", STATISTICS, {"period_start": None}, {"period_start": "2023-01-01"}),
    Cells("date_basis", "basis-mismatch", STATISTICS, {"period_basis": "not_stated"}, {"period_basis": "stated"}, stops=False),
)  # fmt: skip
CODES = (
    _text("code_blanks", "value-normalised", "country", " KAZ ", "KAZ", stops=False),
    _text("code_no_break_space", "value-normalised", "item", "BD-8b\u00a0", "BD-8b", stops=False),
    _text("code_case", "value-normalised", "item", "bd-8B", "BD-8b", stops=False),
    _text("code_status_words", "value-normalised", "status", "In place", "in_place", stops=False),
    _text("code_cyrillic", "look-alike-letters", "country", "КAZ", "KAZ"),
    _text("code_greek", "look-alike-letters", "item", "ΒD-8b", "BD-8b"),
    _text("code_turkish", "look-alike-letters", "status", "İn_place", "in_place"),
    Cells("code_sex_look_alike", "look-alike-letters", STATISTICS, {"sex": "fеmale"}, {"sex": "female"}, row=4),
    Cells("code_unit_look_alike", "look-alike-letters", STATISTICS, {"unit": "соunt"}, {"unit": "count"}),
    Cells("code_sex_case", "value-normalised", STATISTICS, {"sex": "Female"}, {"sex": "female"}, row=4, stops=False),
    _text("code_superscript", "unknown-country", "country", "KAZ¹", "KAZ"),
    _text("country_in_words", "unknown-country", "country", "Казахстон", "Казахстан"),
    _text("country_other", "unknown-country", "country", "FRA", "KAZ"),
    _text(
        "country_of_another_body",
        "body-of-another-state",
        "body",
        "Ministry of Internal Affairs of Uzbekistan",
        BODY,
        stops=False,
    ),
    Cells(
        "country_of_another_source",
        "source-of-another-state",
        STATISTICS,
        {"country": "KGZ", "source_id": "kaz-letter-2026", "reporter": None},
        {"country": "KAZ", "source_id": "kaz-letter-2026", "reporter": None},
        at="source_id",
        stops=False,
    ),
    Cells(
        "indicator_of_a_milestone",
        "indicator-not-for-sheet",
        STATISTICS,
        {"indicator": "BD-8b.1"},
        {"indicator": "CTX-victims"},
        stops=False,
    ),
    Cells(
        "indicator_of_partners",
        "indicator-not-for-sheet",
        STATISTICS,
        {"indicator": "PRT-reached"},
        {"indicator": "CTX-victims"},
        stops=False,
    ),
    Cells("word_sex", "unknown-word", STATISTICS, {"sex": "женщ."}, {"sex": "женский"}, row=4, stops=False),
    Cells("word_stage", "unknown-word", STATISTICS, {"stage": "registred"}, {"stage": "registered"}, stops=False),
    Cells(
        "word_counting_unit",
        "unknown-word",
        STATISTICS,
        {"counting_unit": "victms"},
        {"counting_unit": "victim"},
        stops=False,
    ),
    Cells(
        "word_citizenship", "unknown-word", STATISTICS, {"citizenship": "Atlantis"}, {"citizenship": "ARE"}, stops=False
    ),
    Cells("partner_unknown", "unknown-body", PARTNERS, {"partner": "ІОМ"}, {"partner": "IOM"}, stops=False),
    Cells(
        "word_support",
        "unknown-word",
        PARTNERS,
        {"kind_of_support": "lectures"},
        {"kind_of_support": "training"},
        stops=False,
    ),
    _text("word_language", "unknown-word", "lang", "xx", "en", stops=False),
    _text("country_of_another_workbook", "country-mismatch", "country", "KGZ", "KAZ"),
    _text("country_number", "unknown-country", "country", 398, "KAZ"),
    _text("item_unknown", "unknown-item", "item", "BD-99", "BD-8b"),
    _text("indicator_unknown", "unknown-indicator", "indicator", "BD-8b.99", "BD-8b.1"),
    _text("indicator_of_another_item", "indicator-not-of-item", "indicator", "BD-12.1", "BD-8b.1"),
    _text("indicator_number", "unknown-indicator", "indicator", 8.1, "BD-8b.1"),
    _text("source_unknown", "unknown-source", "source_id", "no-such", "kaz-letter-2026"),
    _text("grade_unknown", "unknown-code", "evidence_grade", "strong", "assertion"),
    _text("body_unknown", "unknown-body", "body", "Ministry of Silly Walks", BODY, stops=False),
    _text("lead_unknown", "unknown-body", "lead", "Ministry of Silly Walks", BODY, stops=False),
    _text("outcome_unknown", "unknown-code", "step_outcome", "postponed a bit", "moved to another day"),
)
PERSONS = (
    _text("person_title", "personal-name", "statement", "Mr. Smith said that a law exists.", "A law exists.", stops=False),
    _text("person_patronymic", "personal-name", "note", "сообщил Иванов Иван Иванович", "сообщило МВД", stops=False),
    _text("person_initials", "personal-name", "next_step", "поручено А.Б. Сеитову", "поручено МВД", stops=False),
    _text("person_document", "personal-name", "promised_document", "приказ, А.Б. Сеитов", "приказ МВД", stops=False),
    _text("person_mail", "contact-details", "note", "a.person@example.org", "by e-mail", stops=False),
    _text("person_phone", "contact-details", "next_step", "тел. 8 (7172) 22-33-44", "by telephone", stops=False),
    _text("person_single_case", "single-case", "statement", "A girl, aged 15, was sold by a relative.",
          "Girls aged 15 to 17 are helped.", stops=False),
    _text("person_single_case_russian", "single-case", "note", "помощь получила 17-летняя девушка", "помощь получили девушки",
          stops=False),
    _text("person_messenger", "contact-details", "note", "write to @helpdesk_osh", "write to the help desk", stops=False),
    _text("person_born", "date-of-birth", "statement", "Оказана помощь женщине 12.03.1990 г.р.", "Оказана помощь.", stops=False),
    _text("person_paper", "identity-number", "note", "паспорт N1234567", "паспорт", stops=False),
    _text("person_born_in", "date-of-birth", "note", "родилась в Оше 12.03.1990", "родилась в Оше", stops=False),
)  # fmt: skip
INJECTIONS = (
    _text("inj_formula_text", "unknown-country", "country", '=1+1&""'.replace("=", "'="), "KAZ"),
    _text("inj_script", "unknown-item", "item", "<script>alert(1)</script>", "BD-8b"),
    _text("inj_braces", "unknown-indicator", "indicator", "{0.__class__}", "BD-8b.1"),
    _text("inj_control", "value-normalised", "note", "a_x0000_b_x0007_c", "abc", stops=False),
    _text("inj_bidi", "value-normalised", "note", "abc\u202edef", "abcdef", stops=False),
)

OF_CELLS = (*NUMBERS, *STATES, *ERRORS, *FORMULAS, *FORMATS, *DATES, *CODES, *PERSONS, *INJECTIONS)
CELLS = tuple(cells.made() for cells in OF_CELLS)
