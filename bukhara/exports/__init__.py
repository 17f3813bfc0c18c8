"""Files for other programs: each module writes one format."""
