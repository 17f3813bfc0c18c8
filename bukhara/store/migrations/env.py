"""Runs the revisions on the connection that it is handed, inside the transaction that is already open."""

from alembic import context

from bukhara.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
context.run_migrations()
