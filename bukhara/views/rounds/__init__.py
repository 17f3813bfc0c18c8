"""Views of a round: its board, the figures asked for, and the page on which a state replies."""
