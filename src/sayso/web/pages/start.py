"""The first page: what was told last, what is most contested, the state of the ledger."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
