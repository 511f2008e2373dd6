"""What the sources of a report contradict each other on."""
