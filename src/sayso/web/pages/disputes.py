"""A dispute: its sides, line by line."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
