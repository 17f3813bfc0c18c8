"""What the core reads and keeps: snapshots of a day, pending requests, the history of releases, finished bytes."""
