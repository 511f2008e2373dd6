"""The pages, a module for each kind."""

from __future__ import annotations

from fastapi import APIRouter


def routers() -> list[APIRouter]:
    """The addresses of all pages, in the order in which they are looked through."""
    from sayso.web.pages import actors, adding, correcting, disputes, events, lists, reports, start

    modules = (start, lists, reports, events, disputes, actors, correcting, adding)
    return [module.router for module in modules]
