"""A team that shares a ledger: who they are, how they show it, what each may do."""
