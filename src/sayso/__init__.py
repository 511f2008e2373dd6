"""On whose say-so? Reads news reports and gives an account of each."""
