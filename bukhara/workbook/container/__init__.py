"""Checks of a file before any part of it is read: kind, size and active content; dangerous files are refused here."""
