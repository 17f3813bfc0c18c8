"""Views of statuses: their marks, what they rest on, how complete they are, and how they changed."""
