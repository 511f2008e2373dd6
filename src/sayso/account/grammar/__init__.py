"""What the words of a report are to one another: clauses, subjects, tenses, quotations, numbers."""
