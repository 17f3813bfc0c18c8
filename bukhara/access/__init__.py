"""Permissions and passwords. Pure: the service calls the policy before every action."""

from bukhara.access.policy import Action, Verdict, decide, roles_with

__all__ = ["Action", "Verdict", "decide", "roles_with"]
