"""Charts as plain plotly dictionaries, made from view models and words. This package does not import plotly."""
