"""What public pages share, as functions that return `html` and `dbc` components: marks, matrix, cards, tabs, facts.

A module here registers no callback when it is imported, because Dash would give it to the first application alone: one
that needs callbacks has a `register(app)`.
"""
