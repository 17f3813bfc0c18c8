"""The vocabulary of the project: frozen values and codes that every other package uses."""
