"""How fast sayso reads, what memory it takes, how big it is: measured, and the page written."""
