"""Who may ask what of the server: sessions, form tokens, host names, callbacks, permissions of addresses."""
