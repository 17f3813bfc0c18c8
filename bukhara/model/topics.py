"""The topics of a statement or figure: those of its indicator, those written in its row, those of its breakdown."""

from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement

SEPARATOR = ", "
"""What separates the codes in the column `topics` of a row."""
_OF_BREAKDOWNS = {
    ("age_group", "minor"): "children",
    ("offence_class", "trafficking_minors"): "children",
    ("stage", "repatriated"): "transnational_referral",
    ("identifying_body", "civil_society"): "survivors_and_ngos",
}
"""Column and code of a figure -> the topic that it then carries."""


def topics_of(framework: Framework, record: Statement | Observation) -> tuple[str, ...]:
    """Return the codes of the topics of a statement or figure, in the order of the framework."""
    found = framework.topics_under(record.indicator)
    if isinstance(record, Observation):
        found |= {topic for (column, code), topic in _OF_BREAKDOWNS.items() if getattr(record, column) == code}
    elif record.topics:
        found |= set(record.topics.split(SEPARATOR))
    return tuple(topic.code for topic in framework.topics if topic.code in found) if found else ()
