"""The words for counting units. Offences, cases, persons and victims are different units."""

from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier
from bukhara.model.messages import N_, plural
from bukhara.model.observation import PERCENT, Observation

UNITS: dict[str, tuple[str, tuple[str, str]]] = {
    "activity": (N_("activities"), plural("activity", "activities")),
    "advocate": (N_("advocates"), plural("advocate", "advocates")),
    "banner": (N_("banners"), plural("banner", "banners")),
    "beneficiary": (N_("beneficiaries"), plural("beneficiary", "beneficiaries")),
    "body": (N_("bodies"), plural("body", "bodies")),
    "broadcast": (N_("broadcasts"), plural("broadcast", "broadcasts")),
    "brochure": (N_("brochures"), plural("brochure", "brochures")),
    "case": (N_("cases"), plural("case", "cases")),
    "coordinator": (N_("coordinators"), plural("coordinator", "coordinators")),
    "document": (N_("documents"), plural("document", "documents")),
    "event": (N_("events"), plural("event", "events")),
    "group": (N_("groups"), plural("group", "groups")),
    "initiative": (N_("initiatives"), plural("initiative", "initiatives")),
    "instrument": (N_("international instruments"), plural("international instrument", "international instruments")),
    "media_article": (N_("articles in mass media"), plural("article in mass media", "articles in mass media")),
    "meeting": (N_("meetings"), plural("meeting", "meetings")),
    "mention": (N_("mentions"), plural("mention", "mentions")),
    "message": (N_("messages"), plural("message", "messages")),
    "migrant": (N_("migrants"), plural("migrant", "migrants")),
    "network": (N_("networks"), plural("network", "networks")),
    "offence": (N_("offences"), plural("offence", "offences")),
    "organisation": (N_("organisations"), plural("organisation", "organisations")),
    "periodical_article": (N_("articles in periodicals"), plural("article in periodicals", "articles in periodicals")),
    "person": (N_("persons"), plural("person", "persons")),
    "plan": (N_("plans"), plural("plan", "plans")),
    "publication": (N_("publications"), plural("publication", "publications")),
    "pupil": (N_("pupils"), plural("pupil", "pupils")),
    "service": (N_("kinds of service"), plural("kind of service", "kinds of service")),
    "staff": (N_("staff members"), plural("staff member", "staff members")),
    "state": (N_("states"), plural("state", "states")),
    "treaty": (N_("treaties"), plural("treaty", "treaties")),
    "victim": (N_("victims"), plural("victim", "victims")),
    "web_article": (N_("articles on the Internet"), plural("article on the Internet", "articles on the Internet")),
    "working_group": (N_("working groups"), plural("working group", "working groups")),
    "workshop": (N_("workshops"), plural("workshop", "workshops")),
}


def counted(code: str, words: Words) -> str:
    """Return the plural of a counting unit, of two joined by "or" both; an unlisted code without its underscores."""
    first, joined, second = code.partition(" or ")
    if joined:
        return words("{first} or {second}", first=counted(first, words), second=counted(second, words))
    return words(UNITS[code][0]) if code in UNITS else code.replace("_", " ")


def unit_text(figure: Observation, words: Words) -> str:
    """Return the unit that follows the number of a figure.

    It has the plural form for that number ("case", "cases"). A share gives "share: victims", a change in per cent
    "change: cases".
    """
    what = counted(figure.counting_unit, words)
    if figure.qualifier is Qualifier.CHANGE_PERCENT:
        return words("change: {what}", what=what)
    if figure.unit == PERCENT:
        return words("share: {what}", what=what)
    if figure.counting_unit not in UNITS or figure.value is None:
        return what
    one, many = UNITS[figure.counting_unit][1]
    return words.plural(one, many, int(figure.value))
