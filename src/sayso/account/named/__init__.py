"""What the names and noun phrases of a report tell of whoever they mean."""
