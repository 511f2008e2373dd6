"""The pages, a module for each kind."""

from __future__ import annotations

from fastapi import APIRouter


def first() -> APIRouter:
    """The address of the first page."""
    from sayso.web.pages import start

    return start.router


def routers(team: bool) -> list[APIRouter]:
    """The addresses of all others, in the order in which they are looked through. team: people sign in."""
    from sayso.web.pages import actors, adding, correcting, disputes, events, lists, reports, search

    modules = [lists, search, reports, events, disputes, actors, correcting, adding]
    if team:
        from sayso.web.pages import people

        modules.append(people)
    return [module.router for module in modules]
