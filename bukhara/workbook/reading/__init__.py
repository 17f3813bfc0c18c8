"""From cells to records and findings; `reader` in this process, `inspecting` in a limited one of its own."""
