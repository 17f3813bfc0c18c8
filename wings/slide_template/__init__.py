"""Slides in the PowerPoint template of the organisation that runs the site."""
