"""Workbooks handed out and taken in."""
