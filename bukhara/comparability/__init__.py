"""What can be compared, what cannot and why, and where sources differ. Pure: no file, clock, words or colours."""
