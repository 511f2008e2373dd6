"""Where: places, and the place of each event."""
