"""The ledger: many reports and their accounts in one database, SQLite or PostgreSQL."""
