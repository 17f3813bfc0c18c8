"""A store of the first revision opens: what its columns held is in the table of texts, and no hash changes."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, insert, select, text

from bukhara.model.round import RoundProgress
from bukhara.model.text import Text
from bukhara.store import Store, append_only, health, rounds, tables
from tests.contract.records import NOW, STAMP, a_reply, a_request, a_statement, tracker

HASHES = (
    "aac57bca8d4fa09cae32566bf52d3a051af94217c8f7cbd5f15814330f796224",
    "f44d0bc1d5d331f3bd3441a17202f6f45b496f66d7cff27f0af66080d7136e03",
    "7b43fed0172ff4258e711061ef372681aadb509023221ef5839f1ca1a02539bb",
    "9d9100226824c11b928479c5d0beabeb940c54ebe3c48bc529761685b0ffdc0c",
)
"""A request, a statement with a translation, a reply and a source, as the code of the first revision stored them."""
MARK = {"letter_id": "l-1", "kind": "request", "country": "KAZ", "at": NOW.isoformat(), "by": "lena"}
FIRST = "20261207"
SENT, DUE, CLEARED = date(2026, 11, 24), date(2026, 12, 20), date(2026, 12, 21)
LATER = NOW + timedelta(days=1)
DRAFTS = (
    (1, "KAZ", "published", LATER, "aida", 1),
    (2, "KAZ", "draft", LATER, "aida", None),
    (3, "KAZ", "in_review", LATER, "aida", None),
    (4, "KAZ", "draft", LATER, "", None),
    (5, "KAZ", "published", NOW - timedelta(days=1), "aida", 1),
    (6, "UZB", "in_review", LATER, "aida", None),
)
"""Drafts of before, three of which answer the round: one was not sent, one came before it, one is of a state not asked."""
CHANGED = ("request", "statement", "reply")
TRANSLATED = "Принят план."


def a_draft(number: int, country: str, state: str, at: datetime, sender: str, release: int | None) -> dict[str, object]:
    texts = dict.fromkeys(("origin", "file_name", "file_hash", "note", "zone", "approved_by"), "")
    told = {"draft_id": number, "subject": country, "state": state, "created_by": "aida", "submitted_by": sender}
    return texts | told | {"created_at": at.isoformat(), "release_number": release, "version": 1}


def back(table: str, owner: str, field: str, column: str, language: str) -> str:
    found = f"(SELECT text FROM text WHERE owner = {owner} AND field = {field} AND language = {language})"
    return f"UPDATE {table} SET {column} = coalesce({found}, '')"


def title(table: str, owner: str, field: str, language: str) -> str:
    return back(table, owner, field, "title_ru" if language == "ru" else "title", f"'{language}'")


def translation(table: str, column: str) -> str:
    language = "CASE lang WHEN 'en' THEN 'ru' ELSE 'en' END"
    return back(table, f"'{table}/' || content_id", f"position || '/{column}'", column, language)


AS_IT_WAS = (
    *(
        f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"
        for table, columns in (
            ("request", ("title", "title_ru")),
            ("round", ("title", "title_ru")),
            ("statement", ("statement_translation",)),
            ("reply", ("translation",)),
            ("slide_template", ("pictures",)),
        )
        for column in columns
    ),
    *(title("request", "'request/' || content_id", "position || '/title'", language) for language in ("en", "ru")),
    *(title("round", "round_id", "'title'", language) for language in ("en", "ru")),
    translation("statement", "statement_translation"),
    translation("reply", "translation"),
    *(f"ALTER TABLE statement DROP COLUMN {column}" for column in ("act_kind", "act_text")),
    "DROP TABLE text",
    *(f"ALTER TABLE round_state ADD COLUMN {day} TEXT" for day in ("sent", "due", "reminded", "received", "cleared")),
    "UPDATE round_state SET sent = '2026-11-24', due = '2026-12-20', cleared = '2026-12-21'",
    "DROP TABLE round_event",
    "CREATE TABLE kept_difference (key TEXT PRIMARY KEY, found TEXT NOT NULL)",
    "ALTER TABLE letter ADD COLUMN state TEXT NOT NULL DEFAULT 'sent'",
    "ALTER TABLE letter ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "INSERT INTO letter SELECT 'l-2', kind, country, at, \"by\", 'sending', '' FROM letter",
    f"UPDATE alembic_version SET version_num = '{FIRST}'",
)


def to_first_revision(connection: Connection) -> None:
    for table in CHANGED:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"DROP TRIGGER {table}_no_change ON {table}"))
            connection.execute(text(f"DROP TRIGGER {table}_no_truncate ON {table}"))
        else:
            for act in ("update", "delete", "replace"):
                connection.execute(text(f"DROP TRIGGER {table}_no_{act}"))
    for statement in AS_IT_WAS:
        connection.execute(text(statement))
    append_only.guard(connection, CHANGED)


def test_texts_are_moved_no_hash_changes_and_a_letter_that_may_not_have_gone_is_not_marked(store: Store) -> None:
    asked = (a_request(), a_request("UZB", title=Text.of("Only English"), due=date(2027, 5, 1)))
    spoken = a_statement(statement_translation=Text.translated(TRANSLATED, "en"))
    replied = a_reply(lang="kk", translation=Text.of("In English."))
    store.publish([tracker(spoken)], STAMP, (*asked, replied))
    with store.transaction() as connection:
        rounds.add(connection, Text.of("Round", ru="Раунд"), ("BD-1",), by="lena", now=NOW)
        rounds.add(connection, Text.of("Another"), (), by="lena", now=NOW)
        line = RoundProgress(round_id="round-2026-1", country="KAZ", sent=SENT, due=DUE, cleared=CLEARED, note="n")
        rounds.keep(connection, line, by="lena", at=NOW)
        connection.execute(insert(tables.letter).values(MARK))
        connection.execute(insert(tables.draft), [a_draft(*each) for each in DRAFTS])
        before = rounds.listed(connection)
    with store.engine.begin() as connection:
        to_first_revision(connection)
    assert store.is_of_older_version()
    store.migrate()
    held = store.contents(1)
    assert (health.schema(store.engine), set(held.requests)) == ([], set(asked))
    assert (held.statements, held.replies) == ((spoken,), (replied,))
    with store.connect() as connection:
        assert (health.altered(connection), rounds.listed(connection)) == ([], before)
        assert rounds.progress(connection) == (line,)
        came = [(each.draft_id, each.kind.value, each.by) for each in rounds.events(connection) if each.draft_id]
        assert came == [(1, "published", "aida"), (2, "sent_back", "aida"), (3, "submitted", "aida")]
        assert connection.execute(select(tables.letter)).mappings().all() == [MARK]
        hashes = connection.execute(text("SELECT hash FROM content")).scalars().all()
        readers = connection.execute(text("SELECT owner, read_by FROM text")).all()
    assert set(HASHES) <= set(hashes)
    assert {(owner.partition("/")[0], name) for owner, name in readers} == {
        ("round-2026-1", "lena"),
        ("round-2026-2", "lena"),
        ("request", ""),
        ("statement", ""),
        ("reply", ""),
    }
