"""Who acts on the command line: whoever may run commands on this machine may do everything but speak for a state."""

from __future__ import annotations

from bukhara.model.access import Actor, Role

OPERATOR = Actor(name="operator", roles=frozenset(Role) - {Role.COMMISSION, Role.VIEWER})
