"""Views of the figures: by topic and measure, of victims and routes, and which states report them."""
