"""The tables with which the history begins.

New stores are made from `bukhara/store/tables.py`, whatever the newest revision is. A later revision changes the stores
that are there, and its file name begins with a later day.
"""

revision = "20261128"
down_revision = None


def upgrade() -> None:
    """Change nothing: no store is older."""
