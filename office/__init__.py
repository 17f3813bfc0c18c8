"""The pages of people who are signed in: plain forms on a Flask blueprint, page and POST in one module."""
