"""The package of indicators.yaml: checks the file line by line and converts it to the model."""

from bukhara.framework.checks import check
from bukhara.framework.list_checks import missing_rows
from bukhara.framework.parse import load, parse, text_of
from bukhara.framework.sentences import sentence

__all__ = ["check", "load", "missing_rows", "parse", "sentence", "text_of"]
