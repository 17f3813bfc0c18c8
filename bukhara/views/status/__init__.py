"""Views of statuses: the matrix, how complete they are, and how they changed."""
