"""Who there is and who is signed in; `accounts` and `sessions` are the doors."""
