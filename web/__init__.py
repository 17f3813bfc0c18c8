"""What public pages and office forms share: the request, the layout, templates, charts, security and static files."""
