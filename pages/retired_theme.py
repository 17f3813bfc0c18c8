"""The page of a theme that left the list: the day, its last page, and the themes that show its rows."""

from datetime import timedelta

from dash import html

from web.components.lists import list_card
from web.page import Page
from web.request import PageRequest


def content(page_request: PageRequest, item_id: str) -> Page:
    """Say when a theme left the list and lead on; any other id has no page."""
    words, snapshot, service = page_request.words, page_request.snapshot, page_request.service
    framework = service.framework_of(service.stored_contents(snapshot.release.number))
    item = next((each for each in framework.items if each.id == item_id), None)
    if item is None or item.retired_on is None or snapshot.calendar_day < item.retired_on:
        return Page(title=words("There is no page at this address"), found=False)
    last = item.retired_on - timedelta(days=1)
    moved = {move.to for move in item.moved}
    later = [each for each in framework.items if any(indicator.id in moved for indicator in each.indicators)]
    named = [html.A(words.text(each.name), href=page_request.href(f"/themes/{each.id}")) for each in later]
    address = page_request.href(f"/themes/{item_id}", as_of=last.isoformat())
    then = html.P(html.A(words("Its page of {day}", day=words.date(last)), href=address))
    return Page(
        title=words.text(item.name),
        lead=words("This theme left the list on {day}.", day=words.date(item.retired_on)),
        sections=(list_card(words("Themes that show its rows"), named, then) if named else then,),
    )
