"""A copy of the public pages as plain files, which opens from a folder, a stick or any host of files."""
