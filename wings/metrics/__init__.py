"""Numbers for a Prometheus server: requests, their times, errors, releases, drafts, backups, and memory of workers."""
