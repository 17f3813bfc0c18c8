"""Letters to states: the events that they tell of, their texts, and the outbox."""
