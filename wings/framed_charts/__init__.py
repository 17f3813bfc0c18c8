"""Charts in frames on other sites."""
