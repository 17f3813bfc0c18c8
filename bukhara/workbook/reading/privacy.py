"""Texts that may identify a person: names, contacts, dates of birth, numbers of papers."""

import re
from functools import lru_cache

from bukhara.model.columns import Holds, columns_of
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.workbook.reading.ledger import DataRow

FREE_TEXTS = tuple(
    dict.fromkeys(
        each.name for record in (Statement, Observation) for each in columns_of(record) if each.holds is Holds.TEXT
    )
)
SOURCE_TEXTS = ("title", "body", "document_number")
_NAME = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-ЯЁ][а-яё]+)?"
_NAMES = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s+[A-ZА-ЯЁ]"
    rf"|(?<!\w)(?:г-н|г-жа|г-на|г-жи|гр-н|гр-ка|господин|госпожа|гражданин|гражданка|потерпевш(?:ий|ая|ей|его))\s+{_NAME}"
    rf"|\b[А-ЯЁ][а-яё]*(?:ович|евич|овна|евна|ична|овича|евича|овны|евны)\b"
    rf"|\b{_NAME}\s+(?:[А-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі]+)?(?:улы|ұлы|уулу|кызы|қызы|угли|ўғли)\b"
    rf"|\b[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?{_NAME}|\b{_NAME}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\."
    r"|\b(?!U\.\s?[SKN]\.)[A-Z]\.\s?[A-Z]\.\s?[A-Z][a-z]+|\b(?:victim|citizen|defendant|witness)\s+[A-Z][a-z]+\s+[A-Z][a-z.]+"
    r"|\b(?:victim|citizen|defendant|witness|потерпевш\w+|гр\.)\s+[A-ZА-ЯЁ]\.(?!\w)"
    r"|\b[A-Z][a-z]+(?:ovich|evich|ovna|evna|qizi|kyzy|uly|o[‘’'`ʻ]g[‘’'`ʻ]li)\b"
)
_CONTACTS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w"
    r"|(?<![\w-])\+\d[\d ()-]{8,}\d"
    r"|(?<!\d)\(\d{2,5}\)\s?\d[\d -]{4,}\d"
    r"|(?<![\d-])8[ -]?\(?\d{3,4}\)?[ -]?\d{2,3}[ -]?\d{2}[ -]?\d{2}(?![\d-])"
    r"|(?:\btel\b|\bphone\b|\bтел\b|телефон)\.?:?\s*\d[\d ()-]{4,}"
    r"|(?<![\w.])@[a-z]\w{4,}|\b(?:t|wa)\.me/\w"
    r"|\b(?:кв|kv|apt)\.\s?\d{1,3}\b|\b(?:ул|ko['’]?chasi|ul)\.\s?[^\d]{2,40}\d",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}"
_BIRTHS = re.compile(
    r"(?:\bborn\b|\bDOB\b|date of birth|родил(?:ся|ась)|дата рождения|\bд\.\s?р\.)"
    rf"[^.]{{0,12}}(?:{_DAY}|(?:19|20)\d{{2}})"
    rf"|(?:{_DAY}|(?:19|20)\d{{2}})\s*(?:г\.?\s?р\.|года рождения|г\. рожд)",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"(?:паспорт\w*|passport|\bИИН\b|\bПИНФЛ\b|\bИНН\b|\bID\b)\s*(?:№|No\.?|N|:)?\s*[A-ZА-Я]{0,2}\s?\d{6,14}",
    re.IGNORECASE,
)
_PERSON = r"(?:girl|boy|woman|man|victim|child|minor|baby|newborn|citizen)"
_RUSSIAN = r"(?:девочк|девушк|мальчик|юнош|женщин|мужчин|потерпевш|несовершеннолетн|граждан[ки]|ребён|младен)\w*"
_CASES = re.compile(
    rf"\ban?\s+(?:\w+\s+){{0,2}}{_PERSON},?\s(?:aged|of)\s\d{{1,2}}\b"
    rf"|\b\d{{1,2}}[ -](?:year|month)s?[ -]old\s+{_PERSON}\b"
    rf"|(?<![-–—\d])\b\d{{1,2}}-?(?:ти|и)?\s?-?летн(?:яя|ей|юю|ий|его|ему)\s+{_RUSSIAN}"
    rf"|\b{_RUSSIAN},?\s(?:в возрасте )?\d{{1,2}}\s(?:лет|года?)\b(?!\s(?:и|или)\s)",
    re.IGNORECASE,
)
_KINDS = (
    ("single-case", _CASES),
    ("personal-name", _NAMES),
    ("contact-details", _CONTACTS),
    ("date-of-birth", _BIRTHS),
    ("identity-number", _PAPERS),
)


@lru_cache(4096)
def kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds of what may identify a person in a text."""
    return tuple(code for code, pattern in _KINDS if pattern.search(text))


def check_privacy(row: DataRow, keys: tuple[str, ...] = FREE_TEXTS) -> None:
    """Warn of texts that may identify a person."""
    for key in keys:
        text = row.fields.get(key)
        if text is not None and (codes := kinds_of(text)):
            for code in codes:
                row.find(code, key)
