"""What templates say: codes and rows in the reader's words."""
