"""Figures from tables of another make: where they are, what their headings say, what each cell would be."""
