"""The ledger in a browser, and the API under it. Needs the extra `web`."""
