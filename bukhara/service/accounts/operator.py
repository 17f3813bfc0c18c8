"""The actor of the command line, who may do everything except reply for a state."""

from bukhara.model.access import Actor, Role

OPERATOR = Actor(name="operator", roles=frozenset(Role) - {Role.COMMISSION, Role.VIEWER})
