"""When: time expressions, and the time of each event."""
