"""Accounts, and answers of a ledger, shown: in a terminal, as a page, as files."""
