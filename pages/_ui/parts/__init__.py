"""What pages are made of: the reader and the address, the frame, the document, the first paint."""
