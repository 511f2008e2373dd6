"""Lists of what is in the ledger, filtered, and the search."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
