"""A report: its text as published with its spans marked, and its account beside it."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
