"""The API: `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter


def routers() -> list[APIRouter]:
    """Its addresses."""
    from sayso.web.api import adding, asking, correcting, describing

    return [module.router for module in (asking, correcting, adding, describing)]
