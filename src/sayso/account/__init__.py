"""Reading in, account out."""

from sayso.account.reader import Reader, account

__all__ = ["Reader", "account"]
