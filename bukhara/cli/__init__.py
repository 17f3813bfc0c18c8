"""The command `bukhara`: it reads arguments, asks the service and prints; exit codes are those of the interface."""

from bukhara.cli.command import application, main

__all__ = ["application", "main"]
