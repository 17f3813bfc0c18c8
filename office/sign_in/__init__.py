"""Signing in and out, the own account, and the link by which a password is chosen."""
