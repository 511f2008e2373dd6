"""How well sayso reads: scorers over the development parts of the corpora, and the page they write."""
