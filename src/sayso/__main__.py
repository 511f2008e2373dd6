"""`python -m sayso`: the same as the command `sayso`."""

from sayso.cli import main

main()
