"""The outbox: letters to states, and who marked them as sent."""
