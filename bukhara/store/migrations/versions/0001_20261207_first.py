"""The tables with which the history begins, as `bukhara/store/tables.py` had them on 1 December 2026.

New stores are made from `tables.py`, whatever the newest revision is. A later revision changes the stores that are there.
The id is the one that stores with these tables already had; it is the only one that is no day of writing.
"""

revision = "20261207"
down_revision = None


def upgrade() -> None:
    """Change nothing: no store is older."""
