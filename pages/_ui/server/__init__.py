"""What stands around every answer: headers, sessions, sign-in by others, styles, troubles."""
