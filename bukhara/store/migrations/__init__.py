"""The history of the schema; run by `bukhara.store.migrating` at first use."""
