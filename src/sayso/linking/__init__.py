"""Across reports: copies, actors, the same event, disputes, and who stands behind each event."""
