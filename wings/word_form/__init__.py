"""The questions of a country as a Word form, for clearance inside a ministry, and its answers read back."""
