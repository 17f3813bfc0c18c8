"""The vocabulary: frozen values and codes that every other room speaks in."""
