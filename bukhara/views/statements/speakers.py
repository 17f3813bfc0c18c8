"""Who spoke for a state in each session of a report."""

from dataclasses import dataclass

from bukhara.model.framework import Body, ReportSession
from bukhara.model.locators import lines_of
from bukhara.model.release import Snapshot


@dataclass(frozen=True, slots=True)
class Speakers:
    """A session of a report, and the bodies of one state with a statement in it; without any, nobody spoke for it."""

    session: ReportSession
    bodies: tuple[Body, ...]


def build(snapshot: Snapshot, code: str) -> tuple[Speakers, ...]:
    """Return the sessions of the reading in which a state had a section to speak in, or in which a body of it spoke."""
    framework = snapshot.framework
    readings = [reading for reading in framework.readings if reading.sessions and reading.date <= snapshot.as_of]
    if not readings:
        return ()
    reading = readings[-1]
    found: dict[int, dict[str, Body]] = {}
    for statement in snapshot.statements:
        body = framework.body(statement.body)
        if statement.source_id != reading.source_id or body is None or body.country != code:
            continue
        sessions = {reading.session_of(line) for line in lines_of(statement.source_locator)}
        # A statement cited from two sessions may be of another body in one of them.
        session = sessions.pop() if len(sessions) == 1 else None
        if session is not None:
            found.setdefault(session.first, {}).setdefault(body.key, body)
    return tuple(
        Speakers(session, tuple(found.get(session.first, {}).values()))
        for session in reading.sessions
        if session.each_state or session.first in found
    )
