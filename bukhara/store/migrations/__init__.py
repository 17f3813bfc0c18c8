"""The history of the schema; run by `bukhara.store.schema_upgrade` at first use."""
