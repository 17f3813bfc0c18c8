"""Running the record: the folder of run-time state, the first start, backups, the secret, the doctor."""
