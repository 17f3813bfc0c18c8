"""The command `bukhara`: it reads arguments, asks the service and prints what comes back."""

from bukhara.cli.command import application, main

__all__ = ["application", "main"]
