"""Who may do what: roles, one table of grants, passwords. Pure; the service asks here before everything it does."""

from bukhara.access.policy import Action, Verdict, decide

__all__ = ["Action", "Verdict", "decide"]
