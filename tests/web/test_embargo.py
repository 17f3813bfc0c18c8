"""Before the hour every public byte is as it was before the draft; after it the new figures are everywhere."""

import io
import re
import zipfile
from datetime import timedelta

import pytest

from bukhara.model.draft import DraftState
from bukhara.wing import merged
from tests.addresses import crawl, of_tables
from tests.clock import NOW, Clock
from tests.filled_in import FilledIn
from tests.web.site_client import SECOND, SECRETARIAT, VIEWER, commission, in_place, new_site

HOUR = NOW + timedelta(hours=6)  # within the calendar day: by it ended periods are judged
FIGURE = 98765
WORDS = "A sentence under embargo that nobody may read before its hour"
LISTS = ("observations", "evidence", "progress", "differences", "sources", "framework", "releases")
FORMATS = ("json", "csv", "xlsx")
NARROWED = (
    *of_tables("observations", query="?countries=XAA"),
    *of_tables("observations", query="?as_of=2026-12-31"),
    *of_tables("evidence", query="?q=embargo"),
    *of_tables("evidence", query="?countries=XAA&limit=1"),
    *of_tables("observations", "releases", query="?limit=1"),
    "/evidence?q=embargo",
    "/contested?lang=ru",
    "/?draft=1",
    "/countries/XAA?draft=2",
    "/statistics?draft=0",
)
PAGES = [each for n, each in enumerate(crawl(exercise=True)) if n % 4 in (0, 3)]  # the languages in turn
CHANGING = (*(each for form in FORMATS for each in of_tables(*LISTS, query=f"?format={form}")), *NARROWED)
DRAWN = ("/", "/statistics", "/evidence", "/contested", "/countries/XAA")  # by Dash's own callback
OF_WINGS = [
    each for each in merged("open").values() if "<" not in each and each != "/metrics"
]  # for this machine alone
OTHERS = ("/readyz", "/healthz", "/no-such-page", *OF_WINGS)
# they depend on the moment, not on the content
PASSING = ("date", "set-cookie", "x-request-id")
ANEW = re.compile(rb'"end_id":"[^"]*"')  # Dash draws it anew for every answer
WHEN = re.compile(rb"(<dcterms:\w+[^>]*>)[^<]*")  # a workbook says when it was written


def comparable(content: bytes) -> bytes:
    """Return the bytes of an answer without what is new in every answer; of a workbook, its parts unpacked."""
    if not content.startswith(b"PK"):
        return ANEW.sub(b"", content)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"".join(name.encode() + WHEN.sub(rb"\1", book.read(name)) for name in book.namelist())


def kind_of(link: str) -> tuple[str, str]:
    """Return the ending of a download and its address."""
    return link.partition("?")[0].rpartition(".")[2], link


class Readers:
    """A site, and everything that a reader without an account can fetch from it."""

    def __init__(self, folder):
        self.clock = Clock()
        self.site = new_site(folder, actor=VIEWER, clock=self.clock)
        self.service, self.drafts = self.site.service, self.site.service.drafts

    def addresses(self) -> list[str]:
        return [*PAGES, *CHANGING, *OTHERS, *self.downloads]

    def all(self) -> dict[str, tuple[object, ...]]:
        """Return the answer of every address, with its headers; a client of its own, as a new reader has."""
        client = self.site.another_client()
        drawn = {f"drawn {path}": self.answer_of(self.site.drawn(path, client=client)) for path in DRAWN}
        return drawn | self.answers(self.addresses())

    def answers(self, addresses) -> dict[str, tuple[object, ...]]:
        client = self.site.another_client()
        return {address: self.answer_of(client.get(address)) for address in addresses}

    def answer_of(self, found) -> tuple[object, ...]:
        # packed with another moment in it, a workbook has another length
        left_out = (*PASSING, "content-length") if found.get_data().startswith(b"PK") else PASSING
        headers = sorted((k, v) for k, v in found.headers.items() if k.lower() not in left_out)
        return found.status_code, comparable(found.get_data()), headers

    def find_downloads(self) -> None:
        client = self.site.another_client()
        pages = (client.get(address).get_data(as_text=True) for address in PAGES)
        # png and pdf are the same drawing as svg, and take longer
        file = r'href="(/download/[^"]+\.(?:csv|xlsx|svg)\?[^"]+)"'
        links = {link for html in pages for link in re.findall(file, html)}
        # every third, of each kind: what is in one is in the others of its page
        self.downloads = sorted((link.replace("&amp;", "&") for link in links), key=kind_of)[::3]


def with_a_new_figure(template: bytes) -> bytes:
    """Return the statistics with the first plain count of a whole state changed."""
    book = FilledIn(template, "Statistics")
    parts = dict.fromkeys(("sex", "age_group", "form_of_exploitation", "citizenship"))
    plain = [row for row in book.rows(**parts) if book.value(row, "qualifier") in (None, "exact")]
    row = next(row for row in plain if isinstance(book.value(row, "value"), int))
    book.write(row, value=FIGURE, revision_reason="A late report of one region.")
    return book.saved()


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """What readers saw before there was a draft, a second before its hour, and at it."""
    readers = Readers(tmp_path_factory.mktemp("embargo"))
    readers.find_downloads()
    moments = {"before": readers.all()}
    drafts, own = readers.drafts, commission("XAA")
    statistics = drafts.receive(SECRETARIAT, "s.xlsx", with_a_new_figure(readers.service.template("statistics")))
    item = next(item for item in readers.service.framework().items if item.milestones)
    answer = drafts.answer(own, in_place(readers.service, item.id, WORDS))
    for draft in (statistics, answer):
        drafts.submit(SECRETARIAT, draft.draft_id, "for the conference")
        drafts.effect(SECRETARIAT, draft.draft_id)
        drafts.approve(SECOND, draft.draft_id, publish_at=HOUR, zone="Asia/Samarkand")
    readers.clock.moment = HOUR - timedelta(seconds=1)
    moments["a second before"] = readers.all()
    readers.clock.moment = HOUR
    moments["at the hour"] = readers.answers([*CHANGING, "/statistics?lang=en"])
    moments["states"] = [drafts.draft(SECRETARIAT, draft.draft_id).state for draft in (statistics, answer)]
    moments["reading"] = [drafts.drafts(SECRETARIAT)[0].release, readers.service.releases()]
    return moments


def test_every_public_byte_is_as_it_was_before_the_draft(story) -> None:
    assert len(story["before"]) > 130
    before, waiting = story["before"], story["a second before"]
    differing = [address for address, answer in before.items() if waiting[address] != answer]
    assert differing == []


def test_the_drafts_are_published_at_their_hour(story) -> None:
    assert story["states"] == [DraftState.PUBLISHED, DraftState.PUBLISHED]
    assert [release.created_at for release in story["reading"][1]][-2:] == [HOUR, HOUR]


def text_of(story, moment: str, address: str) -> str:
    return story[moment][address][1].decode("utf-8", "replace")


def test_the_new_figure_is_in_pages_lists_and_downloads(story) -> None:
    # not a part of a coordinate in a drawing
    figure = re.compile(r"98(?<![\d.]98)[, \u00a0\u202f]?765(?!\d)")
    seen = {address for address in story["at the hour"] if figure.search(text_of(story, "at the hour", address))}
    tables = (*of_tables("observations", query="?format=json"), *of_tables("observations", query="?format=xlsx"))
    assert {*tables, "/statistics?lang=en"} <= seen
    early = [address for address in story["before"] if figure.search(text_of(story, "a second before", address))]
    assert early == []


def test_the_new_sentence_is_found_by_search(story) -> None:
    for address in ("/evidence?q=embargo", *of_tables("evidence", query="?q=embargo")):
        assert WORDS not in text_of(story, "a second before", address)
        assert WORDS in text_of(story, "at the hour", address)


@pytest.mark.parametrize("address", of_tables(*(name for name in LISTS if name != "framework"), query="?format=json"))
def test_tags_of_the_lists_change_with_the_hour(story, address: str) -> None:
    tags = [dict(story[moment][address][2]).get("ETag") for moment in ("before", "a second before", "at the hour")]
    assert tags[0] == tags[1] != tags[2]


def test_the_list_of_releases_grows_at_the_hour(story) -> None:
    for address in of_tables("releases", query="?format=json"):
        before, after = (text_of(story, moment, address).count('"created_at"') for moment in ("before", "at the hour"))
        assert after == before + 2
