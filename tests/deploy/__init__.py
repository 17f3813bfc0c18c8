"""Rehearsals of a server, run by `make deploy-test`: they need nginx, PostgreSQL and systemd's tools, and some minutes."""
