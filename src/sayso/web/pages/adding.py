"""Reports added from a browser."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
