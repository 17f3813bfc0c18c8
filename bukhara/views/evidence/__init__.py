"""Views of the evidence: the e-library, its documents, what is behind a cell or a figure, and the search."""
