"""Corpora in, weights out: `python -m training` (see README.md). Nothing in `src/` imports this."""
