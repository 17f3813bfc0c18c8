"""The names that people give to the columns of workbooks, and the hint that Excel shows in their cells."""

from dataclasses import dataclass

from bukhara.model.messages import N_


@dataclass(frozen=True, slots=True)
class Naming:
    """Other names of a column, joined by `|`; its hint (a message id, at most 255 characters); its width."""

    aliases: str
    hint: str
    width: int = 14


NAMING: dict[str, Naming] = {
    "country": Naming(
        "страна|государство", N_("Code of the state, such as KAZ; REG for the region. Choose from the list."), 9
    ),
    "indicator": Naming(
        "показатель", N_("Code of the question. Click it to read the whole question on the sheet “Read me”."), 12
    ),
    "state": Naming(
        "состояние ответа|state of the value|состояние значения",
        N_(
            "Choose “answer given” where you answer. Where there is no answer, choose the reason; the sheet “Read me” "
            "says "
            "what each word means. Zero is an answer."
        ),
    ),
    "partner": Naming(
        "партнёр|партнер", N_("The partner organisation that takes part or supports, if there is one."), 24
    ),
    "asked_on": Naming(
        "дата запроса|запрошено",
        N_(
            "Day of the request. In a prepared row it is the request of the secretariat to your state. Where you wait "
            "for the answer of another body, write the day on which your office asked it."
        ),
    ),
    "source_id": Naming(
        "источник|source id|обозначение источника",
        N_(
            "Short name of the document from which the answer comes, as on the sheet Sources. White rows name your "
            "letter there already."
        ),
        20,
    ),
    "source_locator": Naming(
        "место в источнике|line|строка",
        N_("Page, line or article in the document. For your own letter it may stay empty."),
        14,
    ),
    "quote": Naming(
        "цитата", N_("Shortest passage of a published source, at most 30 words. For your own answer leave empty."), 44
    ),
    "revision_reason": Naming(
        "причина изменения|причина правки", N_("Where you wrote over a grey cell: why, in a few words."), 24
    ),
    "note": Naming(
        "примечание|comment|комментарий", N_("Anything that helps to understand the row. Please name no person."), 30
    ),
    "item": Naming(
        "пункт|theme|тема", N_("Code of the item of the Declaration, such as BD-8b. It is filled in already."), 9
    ),
    "kind": Naming(
        "вид сообщения|вид",
        N_("What the row is: a step taken, an obstacle, support asked for, a recommendation. Choose from the list."),
        16,
    ),
    "status": Naming(
        "статус|состояние выполнения",
        N_("How far the step is; choose “challenge named” for an obstacle. Leave empty where there is no answer."),
    ),
    "level": Naming("уровень", N_("Only in a round, by the state itself: 0 not begun, 0.5 partly, 1 in place."), 8),
    "since": Naming("с какого времени|действует с", N_("Since when it is in place: 2024, 2024-07 or 2024-07-05."), 12),
    "valid_until": Naming(
        "действует до|срок действия", N_("Where it ends by itself: 2030, 2030-12 or 2030-12-31. Else leave empty."), 12
    ),
    "statement": Naming(
        "текст сообщения|сообщение|утверждение",
        N_(
            "The answer in one or two sentences: which institution did what. Please name institutions only, never "
            "persons."
        ),
        50,
    ),
    "lang": Naming("язык сообщения|язык", N_("Language in which the statement is written."), 13),
    "title_translation": Naming(
        "перевод названия", N_("The title in the other language. On a new line, [kk] begins one in Kazakh."), 50
    ),
    "statement_translation": Naming(
        "перевод сообщения|перевод",
        N_("The statement in the other language, if you have it. On a new line, [kk] begins one in Kazakh."),
        50,
    ),
    "body": Naming(
        "орган|учреждение|организация",
        N_("The institution that speaks. Choose from the list; another name may be written too."),
        30,
    ),
    "evidence_grade": Naming(
        "вид подтверждения|степень подтверждения",
        N_(
            "Basis of the answer: a primary document (a law, an order, a register), a statement on record, or an "
            "assertion."
        ),
        20,
    ),
    "next_step": Naming("следующий шаг", N_("What is planned next (optional)."), 30),
    "due_date": Naming("срок исполнения|срок", N_("By which day the next step is planned, such as 2026-12-31.")),
    "lead": Naming(
        "ведущее учреждение|ответственный орган|lead|lead body",
        N_("The institution that leads the next step. Choose from the list; another name may be written too."),
        30,
    ),
    "promised_document": Naming(
        "обещанный документ", N_("Which document will show that the next step is done (optional)."), 30
    ),
    "step_outcome": Naming(
        "что стало с прошлым шагом|исход шага|outcome of the step",
        N_("What became of the next step in your last answer: done, moved to another day, or dropped."),
        16,
    ),
    "topics": Naming(
        "topic|сквозные вопросы",
        N_("Topics across the themes that the words of the row are about, separated by commas."),
        26,
    ),
    "act_kind": Naming("вид акта", N_("What the act is, if the row is about one. Choose from the list."), 16),
    "act_name": Naming("название акта", N_("Its short name in English; on a new line after [ru], in Russian."), 24),
    "act_text": Naming("текст акта", N_("Whether an official publication has its text. Choose from the list."), 20),
    "answer_row": Naming(
        "эта строка|вид строки",
        N_(
            "Grey: last accepted answer. White: answer in this round. “Still right” confirms a question by your new "
            "letter: mark all its grey rows, or answer it anew. A correction keeps its source and needs a reason. A "
            "row to be taken out is not shown any more."
        ),
        18,
    ),
    "answered_on": Naming(
        "дата ответа|отвечено",
        N_("Day of the document with this answer. It is filled in already; for a new answer leave empty."),
        12,
    ),
    "value": Naming(
        "значение|число|number",
        N_("The number alone, no words. Zero is a value; where there is no number, leave empty and choose why."),
        10,
    ),
    "qualifier": Naming(
        "уточнение|точность", N_("How exact the number is. For a range fill in the lowest and the highest value.")
    ),
    "value_low": Naming("нижняя граница|от", N_("Lowest value of a range; only with the qualifier “range”."), 10),
    "value_high": Naming("верхняя граница|до", N_("Highest value of a range; only with the qualifier “range”."), 10),
    "unit": Naming("единица измерения|единица", N_("A number, or per cent.")),
    "counting_unit": Naming(
        "единица учёта|единица учета", N_("What is counted: person, case, offence, victim, group, document.")
    ),
    "stage": Naming("стадия|этап", N_("Stage of proceedings or of help. Choose from the list.")),
    "offence_class": Naming(
        "вид преступления|категория преступления",
        N_("Which offences are counted: trafficking alone, or with related offences."),
    ),
    "legal_article": Naming("статья закона|статья", N_("Article of the criminal code, such as art. 128.")),
    "sex": Naming("пол", N_("Women or men; empty for all together."), 8),
    "age_group": Naming("возрастная группа|возраст", N_("Adults or minors; empty for all together.")),
    "form_of_exploitation": Naming(
        "вид эксплуатации|форма эксплуатации", N_("One form of exploitation; empty for all together."), 18
    ),
    "citizenship": Naming("гражданство", N_("State of which the persons are citizens; empty for all together.")),
    "identifying_body": Naming(
        "кем выявлено|кто выявил",
        N_("Who identified the persons: police, prosecutors, border service… Choose from the list."),
        24,
    ),
    "territorial_scope": Naming(
        "территория", N_("The whole country, a region or abroad; for routes the country that is named."), 18
    ),
    "period_start": Naming("начало периода|период с", N_("First day of the period, such as 2023-01-01."), 12),
    "period_end": Naming("конец периода|период по", N_("Last day of the period, such as 2023-06-30."), 12),
    "period_label": Naming(
        "период в источнике|период|period as printed", N_("The period in the words of the source."), 18
    ),
    "period_basis": Naming(
        "основание периода", N_("Whether the source states the period, or it follows from the text.")
    ),
    "reporter": Naming(
        "кто сообщил|сообщивший орган",
        N_("The institution that gives the figure. Choose from the list; another name may be written too."),
        30,
    ),
    "kind_of_support": Naming("вид поддержки|вид помощи", N_("What kind of support it is. Choose from the list."), 20),
    "question": Naming(
        "вопрос|показатель словами",
        N_("The question in words, with what is counted. This column is not read: please leave it as it is."),
        38,
    ),
    "source_class": Naming(
        "вид источника", N_("Kind of the document's author. For your own letter: submission of the state."), 20
    ),
    "title": Naming("название|заглавие", N_("Title of the document, or “Answer to the questions of” the round."), 50),
    "document_number": Naming("номер документа|номер письма", N_("Number of the letter or document.")),
    "date": Naming("дата", N_("Day of the letter or of publication, such as 2026-05-01."), 12),
    "language": Naming("язык", N_("Language of the document."), 10),
    "access": Naming(
        "доступ",
        N_(
            "Choose “public” if anybody can read the document; else “internal”, also for your own letter. “The page by "
            "body is public” in it lets everybody read what each body reports."
        ),
        10,
    ),
    "address": Naming("адрес|ссылка|url", N_("Web address of the document, if there is one."), 36),
    "checksum": Naming("контрольная сумма", N_("Filled in by the secretariat; leave it as it is."), 20),
    "dataset": Naming(
        "набор данных|data set",
        N_("For an edition of a data set, the name of that data set; its date is the day of the edition."),
        16,
    ),
}
"""What is expected in each column, by its name."""
