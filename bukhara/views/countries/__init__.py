"""Views of the states: all five in fixed order on the first page, and each by itself."""
