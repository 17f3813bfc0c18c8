"""Wings: what a deployment can do without; each folder can be deleted with its name in `bukhara/wing.py`."""
