"""Reports to be added, and what becomes of them."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(prefix="/api/v1")
