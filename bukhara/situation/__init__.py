"""What is known of a theme in a state on the day of the page, and what is counted and compared of it."""
