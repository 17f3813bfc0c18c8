"""A store of the first revision opens: what its columns held is in the table of texts, and no hash changes."""

from datetime import date

from sqlalchemy import Connection, insert, select, text

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
CHANGED = ("request", "statement", "reply")
TRANSLATED = "Принят план."


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
        connection.execute(insert(tables.letter).values(MARK))
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
