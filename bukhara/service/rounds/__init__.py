"""Who was asked what, and what they answered; `rounds` and `replies` are the doors."""
