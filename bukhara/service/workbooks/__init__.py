"""Workbooks beside the record: what a template holds, and what is found when it comes back."""
