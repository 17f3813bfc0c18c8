"""The content expected in each column, in at most 255 characters: shown by Excel when a cell is selected."""

from bukhara.model.messages import N_

HINTS: dict[str, str] = {
    "country": N_("Code of the state, such as KAZ; REG for the region. Choose from the list."),
    "item": N_("Code of the item of the Declaration, such as BD-8b. It is filled in already."),
    "indicator": N_("Code of the question. Click it to read the whole question on the sheet “Read me”."),
    "kind": N_(
        "What the row is: a step taken, an obstacle, support asked for, a recommendation. Choose from the list."
    ),
    "answer_row": N_(
        "What the row is: the last accepted answer (grey) or the answer in this round (white). Choose “correction of "
        "the last answer” to correct the last answer itself. A correction keeps its source and needs a reason."
    ),
    "answered_on": N_("Day of the document with this answer. It is filled in already; for a new answer leave empty."),
    "state": N_(
        "Choose “answer given” where you answer. Where there is no answer, choose the reason; the sheet “Read me” says "
        "what each word means. Zero is an answer."
    ),
    "status": N_(
        "How far the step is; choose “challenge named” for an obstacle. Leave empty where there is no answer."
    ),
    "level": N_("Only in a round, by the state itself: 0 not begun, 0.5 partly, 1 in place."),
    "since": N_("Since when it is in place: 2024, 2024-07 or 2024-07-05."),
    "valid_until": N_("Where it ends by itself: 2030, 2030-12 or 2030-12-31. Else leave empty."),
    "statement": N_(
        "The answer in one or two sentences: which institution did what. Please name institutions only, never persons."
    ),
    "lang": N_("Language in which the statement is written."),
    "statement_translation": N_("The statement in the other language, if you have it."),
    "body": N_("The institution that speaks. Choose from the list; another name may be written too."),
    "partner": N_("The partner organisation that takes part or supports, if there is one."),
    "evidence_grade": N_(
        "Basis of the answer: a primary document (a law, an order, a register), a statement on record, or an assertion."
    ),
    "source_id": N_(
        "Short name of the document from which the answer comes, as on the sheet Sources; for your own answer add "
        "your letter there."
    ),
    "source_locator": N_("Page, line or article in the document. For your own letter it may stay empty."),
    "quote": N_("Shortest passage of a published source, at most 30 words. For your own answer leave empty."),
    "asked_on": N_("Day on which the question was sent. Needed where the answer is still awaited."),
    "next_step": N_("What is planned next (optional)."),
    "due_date": N_("By which day the next step is planned, such as 2026-12-31."),
    "revision_reason": N_("Where you wrote over a grey cell: why, in a few words."),
    "note": N_("Anything that helps to understand the row. Please name no person."),
    "topics": N_("Topics across the themes that the words of the row are about, separated by commas."),
    "question": N_("What is counted. The grey cells beside it say how: please leave them as they are."),
    "value": N_("The number alone, no words. Zero is a value; where there is no number, leave empty and choose why."),
    "qualifier": N_("How exact the number is. For a range fill in the lowest and the highest value."),
    "value_low": N_("Lowest value of a range; only with the qualifier “range”."),
    "value_high": N_("Highest value of a range; only with the qualifier “range”."),
    "unit": N_("A number, or per cent."),
    "counting_unit": N_("What is counted: person, case, offence, victim, group, document."),
    "stage": N_("Stage of proceedings or of help. Choose from the list."),
    "offence_class": N_("Which offences are counted: trafficking alone, or with related offences."),
    "legal_article": N_("Article of the criminal code, such as art. 128."),
    "sex": N_("Women or men; empty for all together."),
    "age_group": N_("Adults or minors; empty for all together."),
    "form_of_exploitation": N_("One form of exploitation; empty for all together."),
    "citizenship": N_("State of which the persons are citizens; empty for all together."),
    "identifying_body": N_("Who identified the persons: police, prosecutors, border service… Choose from the list."),
    "territorial_scope": N_("The whole country, a region or abroad; for routes the country that is named."),
    "period_start": N_("First day of the period, such as 2023-01-01."),
    "period_end": N_("Last day of the period, such as 2023-06-30."),
    "period_label": N_("The period in the words of the source."),
    "period_basis": N_("Whether the source states the period, or it follows from the text."),
    "reporter": N_("The institution that gives the figure. Choose from the list; another name may be written too."),
    "kind_of_support": N_("What kind of support it is. Choose from the list."),
    "source_class": N_("Kind of the document's author. For your own letter: submission of the state."),
    "title": N_("Title of the document, or “Answer to the questions of” the round."),
    "document_number": N_("Number of the letter or document."),
    "date": N_("Day of the letter or of publication, such as 2026-05-01."),
    "language": N_("Language of the document."),
    "access": N_("Choose “public” if anybody can read the document; else “internal”, also for your own letter."),
    "address": N_("Web address of the document, if there is one."),
    "checksum": N_("Filled in by the secretariat; leave it as it is."),
    "dataset": N_("For an edition of a data set, the name of that data set; its date is the day of the edition."),
}
