"""An actor: who it is, what it said and did, whom it contradicts."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter()
