"""A figure that must not be public: an administrator withdraws it from every release, and nothing public shows it again."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from bukhara.model.codes import PeriodBasis, SourceClass, State
from bukhara.model.release import RevertScope
from bukhara.pack import PackChoice
from tests.addresses import of_tables
from tests.contract.records import NOW, a_source, a_statement, an_observation, tracker
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, new_site

SAID = (
    "73,311",
    "73 311",
    "73311",
    "SECRETWORD",
    "LOCZQ",
    "ARTZQ",
    "SENTENCEZQ",
    *(NAMED := ("TITLEZQ", "NUMBERZQ", "example.org/ADDRESSZQ")),
)
PAGES = (
    "/statistics?lang={lang}{release}",
    "/countries/TJK?tab=figures&lang={lang}{release}",
    "/countries/TJK?lang={lang}{release}",
    "/evidence?countries=TJK&lang={lang}{release}",
    "/evidence/TJK/BD-1?lang={lang}{release}",
    "/evidence/observation/{figure}?lang={lang}{release}",
    "/themes/BD-1?lang={lang}{release}",
    "/contested?lang={lang}{release}",
    "/evidence/letter?lang={lang}{release}",
    "/search?q=quote&lang={lang}{release}",
)
FILES = (
    *of_tables("observations", "evidence", "differences", "revisions", "sources", query="?limit=10000"),
    *of_tables("observations", "evidence", query="?format=csv"),
    "/releases",
    "/releases.atom",
    "/panel/pack.html?pack=1~~en~~~~country-TJK",
)
SOURCE = a_source(
    "letter",
    source_class=SourceClass.STATE_SUBMISSION,
    title="TITLEZQ",
    body="Ministry",
    document_number="NUMBERZQ",
    address="https://example.org/ADDRESSZQ",
    access="public",
    date=NOW.date(),
)
FIGURE = an_observation(
    "TJK",
    indicator="CTX-victims",
    value=73311.0,
    counting_unit="victim",
    stage="identified",
    period_start=NOW.date().replace(month=1, day=1, year=2025),
    period_end=NOW.date().replace(month=12, day=31, year=2025),
    period_basis=PeriodBasis.STATED,
    reporter="Ministry",
    legal_article="ARTZQ",
    source_id="letter",
    source_locator="LOCZQ",
    quote="SECRETWORD",
)
STATEMENT = a_statement(
    "TJK", source_id="letter", statement="SENTENCEZQ", body="Ministry", quote="SENTENCEZQ in a quote"
)


@pytest.fixture
def site(tmp_path):
    """The record with a letter of Tajikistan that was published by mistake and taken back."""
    site = new_site(tmp_path, actor=SECRETARIAT, real=True)
    service = site.service
    given = replace(tracker(STATEMENT, sources=(SOURCE,)), observations=(FIGURE,))
    service.opened().publish([given], service.stamp("lena", "a letter"))
    return site


def public(site) -> dict[str, str]:
    """Return what everybody can read, of the newest release and of every older one, by address."""
    site.act(VIEWER)
    last = site.service.ready()
    asked = [("en", ""), ("ru", ""), *(("en", f"&release={n}") for n in range(last - 3, last + 1))]
    pages = [
        page.format(lang=lang, release=release, figure=FIGURE.observation_id)
        for page in PAGES
        for lang, release in asked
    ]
    read = {address: site.client.get(address).get_data(as_text=True) for address in (*pages, *FILES)}
    for number in range(last - 3, last + 1):
        with zipfile.ZipFile(BytesIO(site.client.get(f"/releases/{number}.zip").data)) as archive:
            for name in archive.namelist():
                read[f"/releases/{number}.zip/{name}"] = archive.read(name).decode(errors="replace")
    return read


def showing(site, words=SAID) -> set[str]:
    """Return the addresses at which one of these words stands."""
    read = ((address, text.replace("\xa0", " ")) for address, text in public(site).items())
    return {address for address, text in read if any(word in text for word in words)}


def test_a_withdrawn_figure_and_statement_are_in_no_public_byte_of_any_release(site) -> None:
    published = site.service.ready()
    site.act(ORGANISER)
    frozen = site.service.packs.freeze(ORGANISER, "Dushanbe", PackChoice())
    site.service.packs.make_files(frozen.frozen_id)
    site.service.reverts.revert(SECRETARIAT, published, "by mistake", scope=RevertScope.ONLY, seen=published)
    before = showing(site)
    assert any(address.startswith(f"/releases/{published}.zip/") for address in before), sorted(before)
    assert any(f"release={published}" in address and "/countries/TJK" in address for address in before), sorted(before)
    site.act(ADMIN)
    for row in (FIGURE.observation_id, STATEMENT.evidence_id):
        page = site.html(f"/withdraw/row?id={row}")
        assert frozen.occasion in page
        assert f"Shown in releases: {published}." in page
        site.client.post("/withdraw/row", data={"row": row, "reason": "It points at a person."})
    assert showing(site) == set()
    site.act(VIEWER)
    assert site.html("/releases").count("It points at a person.") == 2
    assert "Withdrawn." in site.html(f"/evidence/TJK/BD-1?release={published}")


def test_a_source_that_is_not_public_is_named_by_body_and_day_alone(site) -> None:
    assert NAMED[0] in site.html("/evidence/letter?lang=en")
    hidden = replace(SOURCE, access="internal")
    service = site.service
    service.opened().publish(
        [replace(tracker(STATEMENT, sources=(hidden,)), observations=(FIGURE,))], service.stamp("lena", "x")
    )
    last = service.ready()
    assert not {each for each in showing(site, NAMED) if f"={last - 1}" not in each and f"/{last - 1}.zip" not in each}
    day = f"{NOW.day} {NOW:%B %Y}"
    for address in ("/releases", "/releases.atom", "/evidence/letter?lang=en"):
        assert f"Ministry, {day}" in site.html(address).replace("\xa0", " "), address


def test_it_stays_withdrawn_when_its_release_comes_back_and_another_number_is_shown(site) -> None:
    published = site.service.ready()
    service = site.service
    service.withdrawals.withdraw(ADMIN, FIGURE.observation_id, "a person")
    corrected = replace(FIGURE, value=84422.0, quote="eighty-four thousand", revision_reason="corrected")
    service.opened().publish(
        [replace(tracker(STATEMENT, sources=(SOURCE,)), observations=(corrected,))],
        service.stamp("lena", "a correction"),
    )
    assert "84,422" in site.html("/countries/TJK?tab=figures&lang=en")
    service.reverts.revert(SECRETARIAT, published, "back", scope=RevertScope.RETURN)
    assert showing(site, ("73,311", "73311", "SECRETWORD")) == set()


@pytest.mark.parametrize(
    ("row", "reason", "said"),
    [
        (FIGURE.observation_id, " ", "Please give the reason."),
        ("o-0000000000", "a person", "No release holds a figure or statement of this id."),
    ],
)
def test_a_withdrawal_needs_a_row_and_a_reason(site, row, reason, said) -> None:
    site.act(ADMIN)
    number = site.service.ready()
    answer = site.client.post("/withdraw/row", data={"row": row, "reason": reason}, follow_redirects=True)
    assert said in answer.get_data(as_text=True)
    assert site.service.ready() == number


def test_nothing_is_withdrawn_twice(site) -> None:
    site.act(ADMIN)
    for _ in range(2):
        site.client.post("/withdraw/row", data={"row": FIGURE.observation_id, "reason": "a person"})
    assert [each.withdraws for each in site.service.releases() if each.withdraws] == [(FIGURE.observation_id,)]
    assert "It is withdrawn already." in site.html(f"/withdraw/row?id={FIGURE.observation_id}")


def test_a_withheld_figure_keeps_no_place_and_no_article(site) -> None:
    inner = replace(FIGURE, value=3.0, source_id="letter", sex="female")
    service = site.service
    hidden = replace(SOURCE, access="internal")
    service.opened().publish(
        [replace(tracker(STATEMENT, sources=(hidden,)), observations=(inner,))],
        service.stamp("lena", "a letter"),
    )
    (shown,) = [row for row in service.snapshot().observations if (row.source_id, row.sex) == ("letter", "female")]
    assert (shown.state, shown.source_locator, shown.legal_article) == (State.SUPPRESSED, "", "")
