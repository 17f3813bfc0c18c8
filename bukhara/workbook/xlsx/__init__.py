"""The file itself: its parts, sheets and cells, whatever they mean; what is dangerous or damaged is refused here."""
