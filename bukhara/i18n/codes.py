"""The word for each code, the same on every page."""

from enum import Enum, StrEnum

from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.marks import MARKS
from bukhara.model.messages import N_, Named

PLAIN: dict[str, str] = {
    "trafficking": N_("trafficking in persons (strict)"),
    "trafficking_minors": N_("trafficking in minors"),
    "trafficking_and_related": N_("trafficking and related offences together"),
    "trafficking_and_forced_labour": N_("trafficking and forced labour together"),
    "deprivation_of_liberty": N_("unlawful deprivation of liberty for exploitation"),
    "prostitution_enticement": N_("enticement into prostitution"),
    "pimping_brothel": N_("pimping and running a brothel"),
    "illegal_labour_migration": N_("organising illegal labour migration"),
    "prostitution_promotion": N_("promoting prostitution"),
    "kidnapping": N_("kidnapping"),
    "kidnapping_for_marriage": N_("kidnapping for marriage"),
    "forced_labour": N_("forced labour"),
    "sexual_exploitation": N_("sexual exploitation"),
    "other_exploitation": N_("other forms of exploitation"),
    "complaint": N_("complaint"),
    "registered": N_("registered"),
    "investigated": N_("investigated"),
    "sent_to_court": N_("sent to court"),
    "prosecuted": N_("prosecuted"),
    "convicted": N_("convicted"),
    "terminated": N_("terminated"),
    "identified": N_("identified"),
    "assisted": N_("assisted"),
    "repatriated": N_("repatriated"),
    "formal_contact": N_("brought into formal contact"),
    "female": N_("female"),
    "male": N_("male"),
    "other": N_("other"),
    "minor": N_("minors"),
    "adult": N_("adults"),
    "police": N_("police"),
    "prosecutor": N_("prosecutors"),
    "border_service": N_("border service"),
    "court": N_("court"),
    "state_other": N_("other state body"),
    "state": N_("state"),
    "civil_society": N_("civil society"),
    "international": N_("international organisation"),
    "foreign_state": N_("body of another state"),
    "national": N_("national"),
    "regional": N_("regional"),
    "abroad": N_("abroad"),
    "not_stated": N_("not stated"),
    "law_and_policy": N_("law and policy"),
    "training": N_("training"),
    "direct_assistance": N_("direct assistance"),
    "information_campaign": N_("information campaign"),
    "tools_and_handbooks": N_("tools and handbooks"),
    "equipment_and_data": N_("equipment and data"),
    "coordination_and_networks": N_("coordination and networks"),
    "investigation_support": N_("support to investigation"),
    "funding": N_("funding"),
    "detected": N_("detected"),
    "rescued": N_("rescued"),
    "initiated": N_("initiated"),
    "other_step": N_("other steps"),
    "labour_exploitation": N_("labour exploitation"),
    "foreign": N_("citizens of other states"),
    "held": N_("held"),
    "planned": N_("planned"),
    "unknown": N_("not known"),
    "none": N_("none"),
    "partly": N_("partly"),
    "origin": N_("origin"),
    "transit": N_("transit"),
    "destination": N_("destination"),
    "place_of_offence": N_("place of the offence"),
    "returned_from": N_("returned from"),
    "forced_begging": N_("forced begging"),
    "events": N_("events of trafficking"),
    "victims": N_("victims"),
    "perpetrators": N_("perpetrators"),
    "reporting_entities": N_("reporting entities"),
    "count": N_("count"),
    "percent": N_("per cent"),
    "mention": N_("mention"),
}

_BY_VALUE: dict[str, str] = {
    **PLAIN,
    State.VALUE.value: State.VALUE.message,
    **{code: mark.word for code, mark in MARKS.items()},
}


def short_label(words: Words, code: str) -> str:
    """Return the word for the mark of a narrow cell."""
    short = MARKS[code].short if code in MARKS else ""
    return words(short) if short else label(words, code)


def word_of(code: Named) -> str:
    """Return the word for a code, a message id; empty for one that is never shown."""
    return code.message or (MARKS[code].word if code in MARKS else "")


def word_in(codes: type[StrEnum], value: str) -> str:
    """Return the word for a value of a closed list; the value itself if it has none."""
    return next((word_of(each) for each in codes if each == value and isinstance(each, Named)), "") or value


def label(words: Words, code: Enum | str) -> str:
    """Return the word for a code in the language of the reader; an unlisted code without its underscores."""
    own = word_of(code) if isinstance(code, Named) else ""
    message = own if isinstance(code, Enum) else _BY_VALUE.get(code, "")
    return words(message) if message else str(code).replace("_", " ")
