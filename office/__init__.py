"""The pages of people who are signed in: plain forms on a Flask blueprint, a folder a subject."""
