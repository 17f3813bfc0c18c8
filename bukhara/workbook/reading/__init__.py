"""From cells to records and findings; `reader` in this process, `inspection` in a limited process of its own."""
