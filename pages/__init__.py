"""The web: a page is a function of its address. Layout only; nothing is computed here."""
