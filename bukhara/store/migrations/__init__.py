"""How the tables of a store that is there are changed; run by `bukhara.store.schema_upgrade` at first use."""
