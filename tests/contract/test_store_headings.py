"""Headings of a country's own form are kept, changed and forgotten, on both engines."""

from bukhara.model.heading import Heading
from bukhara.store import Store
from bukhara.store.headings import remember, remembered

ANSWER = Heading(country="KAZ", kind="tracker", text="ответ_министерства", column="statement")


def _keep(store: Store, *headings: Heading) -> None:
    for heading in headings:
        with store.writing() as connection:
            remember(connection, heading)


def _of(store: Store, country: str) -> tuple[Heading, ...]:
    with store.reading() as connection:
        return remembered(connection, country)


def test_a_heading_is_read_back_for_its_country_alone(store: Store) -> None:
    _keep(store, ANSWER)
    assert (_of(store, "KAZ"), _of(store, "UZB")) == ((ANSWER,), ())


def test_said_again_it_means_the_other_column(store: Store) -> None:
    now = Heading(country="KAZ", kind="tracker", text=ANSWER.text, column="note")
    _keep(store, ANSWER, now)
    assert _of(store, "KAZ") == (now,)


def test_without_a_column_it_is_forgotten(store: Store) -> None:
    _keep(store, ANSWER, Heading(country="KAZ", kind="tracker", text=ANSWER.text, column=""))
    assert _of(store, "KAZ") == ()


def test_what_no_store_can_hold_is_left_out(store: Store) -> None:
    _keep(store, Heading(country="KAZ", kind="tracker", text="a\x00b", column="note"))
    assert [heading.text for heading in _of(store, "KAZ")] == ["ab"]
