"""What happened in a round is kept as events: the days that were noted, and the drafts that answered it."""

import sqlalchemy as sa
from alembic import op

revision = "20261202"
down_revision = "20261201c"

_DAYS = (("asked", "sent", "due"), *((name, name, None) for name in ("reminded", "received", "cleared")))
_KINDS = {"in_review": "submitted", "approved": "approved", "published": "published", "draft": "sent_back"}


def upgrade() -> None:
    """Add the table, fill it from days and drafts, and drop the days."""
    made = op.create_table(
        "round_event",
        sa.Column("event_id", sa.Integer, primary_key=True),
        sa.Column("round_id", sa.Text, sa.ForeignKey("round.round_id"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("country", "kind", "at")),
        *(sa.Column(name, sa.Text) for name in ("day", "until")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("role", "by")),
        sa.Column("draft_id", sa.Integer, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    bind = op.get_bind()
    lines = bind.execute(sa.text("SELECT s.*, r.created_at FROM round_state s JOIN round r USING (round_id)")).all()
    for line in lines:
        for kind, day, until in _DAYS:
            if found := getattr(line, day):
                event = _event(line.round_id, line.country, kind, f"{found}T00:00:00+00:00")
                op.bulk_insert(made, [event | {"until": getattr(line, until) if until else None}])
    for draft in bind.execute(sa.text("SELECT * FROM draft ORDER BY draft_id")).all():
        asked = [e for e in lines if e.country == draft.subject and e.sent and e.sent <= draft.created_at[:10]]
        newest = max(asked, key=lambda line: (line.sent, line.round_id), default=None)
        step = _KINDS.get(draft.state) if draft.state != "draft" or draft.submitted_by else None
        if newest and step and newest.created_at <= draft.created_at:
            event = _event(newest.round_id, draft.subject, step, draft.moved_at or draft.created_at)
            op.bulk_insert(made, [event | {"by": draft.submitted_by or draft.created_by, "draft_id": draft.draft_id}])
            taken = sa.text("SELECT created_at FROM release WHERE reverts = :number AND revert_scope = 'only'")
            for at in bind.execute(taken, {"number": draft.release_number}).scalars():
                event = _event(newest.round_id, draft.subject, "taken_back", at)
                op.bulk_insert(made, [event | {"draft_id": draft.draft_id}])
    for _, *days in _DAYS:
        for day in filter(None, days):
            op.drop_column("round_state", day)


def _event(round_id: str, country: str, kind: str, at: str) -> dict[str, object]:
    told = {"round_id": round_id, "country": country, "kind": kind, "at": at, "day": at[:10], "until": None}
    return told | {"role": "secretariat", "by": "", "draft_id": 0, "answers": ""}
