"""Views of a round: its board, the figures asked for, what states replied, and what is contested."""
