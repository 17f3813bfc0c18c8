"""The word for what is counted: offences, cases, persons and victims are never the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_
from bukhara.i18n.figures import PERCENT

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.observation import Observation

UNITS: dict[str, str] = {
    "activity": N_("activities"),
    "advocate": N_("advocates"),
    "banner": N_("banners"),
    "beneficiary": N_("beneficiaries"),
    "body": N_("bodies"),
    "broadcast": N_("broadcasts"),
    "brochure": N_("brochures"),
    "case": N_("cases"),
    "coordinator": N_("coordinators"),
    "document": N_("documents"),
    "event": N_("events"),
    "group": N_("groups"),
    "initiative": N_("initiatives"),
    "instrument": N_("international instruments"),
    "media_article": N_("articles in mass media"),
    "meeting": N_("meetings"),
    "message": N_("messages"),
    "migrant": N_("migrants"),
    "network": N_("networks"),
    "offence": N_("offences"),
    "organisation": N_("organisations"),
    "periodical_article": N_("articles in periodicals"),
    "person": N_("persons"),
    "plan": N_("plans"),
    "publication": N_("publications"),
    "pupil": N_("pupils"),
    "service": N_("kinds of service"),
    "staff": N_("staff members"),
    "state": N_("states"),
    "treaty": N_("treaties"),
    "victim": N_("victims"),
    "web_article": N_("articles on the Internet"),
    "working_group": N_("working groups"),
    "workshop": N_("workshops"),
}


def counted(code: str, words: Words) -> str:
    """Return what is counted in the plural; an unlisted code is shown without underscores."""
    return words(UNITS[code]) if code in UNITS else code.replace("_", " ")


def unit_text(figure: Observation, words: Words) -> str:
    """Return "cases", or "per cent, of victims" where the figure is a share or a change."""
    what = counted(figure.counting_unit, words)
    return words("per cent ({what})", what=what) if figure.unit == PERCENT else what
