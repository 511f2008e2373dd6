"""The ledger: many reports and their accounts in one database, SQLite or PostgreSQL."""

from sayso.ledger.adding import Added
from sayso.ledger.errors import LedgerError
from sayso.ledger.store import Ledger

__all__ = ["Added", "Ledger", "LedgerError"]
