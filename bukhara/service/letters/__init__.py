"""Letters to states: the events that they tell of, their texts, the outbox, and sending by mail."""
