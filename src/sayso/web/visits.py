"""Who asks, and the ledger that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request

from sayso.ledger import Ledger
from sayso.web.problems import Problem
from sayso.web.settings import Settings

Role = Literal["reader", "editor", "admin"]
Scope = Literal["read", "correct", "add", "manage"]

# What each role may do.
MAY: dict[Role, frozenset[Scope]] = {
    "reader": frozenset({"read"}),
    "editor": frozenset({"read", "correct", "add"}),
    "admin": frozenset({"read", "correct", "add", "manage"}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks."""

    name: str
    role: Role
    scopes: frozenset[Scope]  # what may be done: all of the role, or less where a token allows less


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: the ledger, and who asks."""

    request: Request
    ledger: Ledger
    settings: Settings
    person: Person

    def may(self, scope: Scope) -> bool:
        """Whether who asks may do that."""
        return scope in self.person.scopes


def visit(request: Request) -> Visit:
    """The visit that a request is."""
    state = request.app.state
    return Visit(request, state.ledger, state.settings, request.state.person)


def _may(scope: Scope) -> object:
    def checked(visit: Annotated[Visit, Depends(visit)]) -> Visit:
        if not visit.may(scope):
            raise Problem(403, f"{visit.person.name} may not do that: it needs the right to {scope}")
        return visit

    return Depends(checked)


# What a function of a page asks for that needs a visit by somebody who may do so.
Reading = Annotated[Visit, _may("read")]
Correcting = Annotated[Visit, _may("correct")]
Adding = Annotated[Visit, _may("add")]
Managing = Annotated[Visit, _may("manage")]
