"""Views of the themes: each with its statements, needs and support, and the Declaration they come from."""
