"""The file before any part of it is read: what kind it is, how large, what acts in it; dangerous files end here."""
