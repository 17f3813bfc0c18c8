"""What a reader has chosen on any page, as a page and a callback read it from the address."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from web.parameters import STATES
from web.request import PageRequest, page_request_of


@dataclass(frozen=True, slots=True)
class Choice:
    """The states, the pillar and the topic that are chosen; nothing where none is."""

    countries: tuple[str, ...] = ()
    pillar: str = ""
    topic: str = ""


def choice_of(page_request: PageRequest) -> Choice:
    """Return the choice in an address; what is not valid is left out, and states are in the fixed order."""
    framework = page_request.snapshot.framework
    return Choice(
        countries=page_request.many_of(STATES, tuple(country.code for country in framework.countries)),
        pillar=page_request.one_of("pillar", tuple(pillar.id for pillar in framework.pillars)),
        topic=page_request.one_of("topic", tuple(topic.code for topic in framework.topics)),
    )


def request_at(path: str, search: str | None) -> PageRequest:
    """Return the request for a page with the query that a callback reads from `choice`."""
    return page_request_of(path, dict(parse_qsl((search or "").removeprefix("?"))))


def with_choice(search: str | None, name: str, value: str) -> str:
    """Return a query with a value chosen; without it, where it is chosen already."""
    query = dict(parse_qsl((search or "").removeprefix("?")))
    if query.pop(name, "") != value:
        query[name] = value
    return f"?{urlencode(query)}" if query else ""


def toggled(page_request: PageRequest, code: str) -> str:
    """Return this address with a state chosen besides those that are, or no longer chosen."""
    chosen = choice_of(page_request).countries
    every = (country.code for country in page_request.snapshot.framework.countries)
    return page_request.here(**{STATES: ",".join(each for each in every if (each in chosen) != (each == code))})


def faded_states(page_request: PageRequest) -> str:
    """Return the numbers of the states that fade because others are chosen: "0 3"; empty without a choice.

    Pictures mark what is about a state with its number in the fixed order (`data-state`).
    """
    chosen = choice_of(page_request).countries
    every = page_request.snapshot.framework.countries
    return " ".join(str(n) for n, country in enumerate(every) if chosen and country.code not in chosen)
