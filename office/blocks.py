"""The blocks of a release in the words of a reader, and the pages that show what they hold."""

from collections.abc import Sequence

from jinja2.runtime import Context as TemplateContext

from bukhara.exports.receipt_files import SUBJECTS
from bukhara.model.countries import REGION
from bukhara.model.release import Release
from bukhara.service.releases.release_words import BlockNames, names_of_blocks
from web.request import PageRequest
from web.template_functions import page_request_in
from web.templating import context_function

PAGES = {"tracker": "/countries/{country}", "statistics": "/statistics", "partners": "/needs"}


def block_names(page_request: PageRequest, release: Release | None = None) -> BlockNames:
    """Return the names for the blocks of `release` and of the newest one."""
    return names_of_blocks(page_request.service, page_request.words, release)


@context_function
def block_pages(context: TemplateContext, blocks: Sequence[str]) -> list[tuple[str, str]]:
    """Return the addresses of the pages that show what the blocks hold, with their names."""
    page_request = page_request_in(context)
    countries, found = block_names(page_request).countries, dict[str, str]()
    for kind, country, _ in (block.split("/", 2) for block in blocks):
        if kind == "tracker" and country in countries and country != REGION:
            found[PAGES[kind].format(country=country)] = countries[country]
        elif kind in PAGES and kind != "tracker":
            found[PAGES[kind]] = page_request.words(SUBJECTS[kind])
    return list(found.items())
