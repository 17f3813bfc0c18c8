"""View models and words become charts: plain plotly dictionaries, no plotly import."""
