"""The read-only HTTP API, which /api/v1/openapi.json describes: a part of the Flask server of the dashboard."""
