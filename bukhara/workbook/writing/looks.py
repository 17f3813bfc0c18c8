"""How our sheets look: letters, fills, lines."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

LETTERS = "Calibri"
ACCEPTED_COLOUR, CONFIRM_COLOUR, OPEN_COLOUR = "F2F2F2", "FFF2CC", "FFFFFF"
HEAD = PatternFill("solid", start_color="1F4E79")
HEAD_FONT = Font(name=LETTERS, bold=True, color="FFFFFF")
WRAP = Alignment(vertical="top", wrap_text=True)
RULE = Border(bottom=Side("hair", color="BFBFBF"))
_THIN = Side("thin", color="BFBFBF")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
