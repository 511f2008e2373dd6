"""Who says what, in which words."""
