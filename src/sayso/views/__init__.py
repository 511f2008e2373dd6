"""An account shown: in a terminal, as a page."""
