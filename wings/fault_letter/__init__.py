"""A letter about something that is wrong, for whoever reads: no account, nothing kept."""
