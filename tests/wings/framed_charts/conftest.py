"""A browser asks the server itself: a frame is framed by its headers."""

from tests.shared import base, base_var

__all__ = ["base", "base_var"]
