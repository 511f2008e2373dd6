"""The pages, a module for each kind."""

from __future__ import annotations

from fastapi import APIRouter


def routers(team: bool) -> list[APIRouter]:
    """The addresses of all pages, in the order in which they are looked through. team: people sign in."""
    from sayso.web.pages import actors, adding, correcting, disputes, events, lists, reports, search, start

    modules = [start, lists, search, reports, events, disputes, actors, correcting, adding]
    if team:
        from sayso.web.pages import people

        modules.append(people)
    return [module.router for module in modules]
