"""The public pages, run by Dash: a module a page, and its parts.

Dash runs a page before it is in `sys.modules`, where a dataclass looks up annotations that are text. So a page has
no `from __future__ import annotations`. Nothing imports a page: it would be registered twice.
"""
