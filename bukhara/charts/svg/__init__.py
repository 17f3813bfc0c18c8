"""Draws a figure dictionary as SVG: the second renderer beside plotly, for readers without scripts, paper and files."""
