"""What people correct, and the queue of what to look at first."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
