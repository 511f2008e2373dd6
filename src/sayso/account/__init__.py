"""Reading in, account out."""

from sayso.account.assembling import account
from sayso.account.reader import Reader

__all__ = ["Reader", "account"]
