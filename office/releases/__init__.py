"""The history of releases, one release, any two compared, and the way back."""
