"""Who asks, and the ledger that is asked."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from sayso.ledger import Ledger
from sayso.web.guarding import SAFE
from sayso.web.people.roles import Person, Scope
from sayso.web.problems import Problem
from sayso.web.settings import Settings


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

    def ring(self) -> None:
        """Have what was just asked for done: who works at it need not look again and again."""
        for bell in self.request.app.state.bells:
            bell.ring()


async def visit(request: Request) -> Visit:
    """The visit that a request is. Where it comes from a browser and changes anything, a form of ours has sent it."""
    state, person = request.app.state, request.state.person
    if person.csrf and request.method not in SAFE:
        sent = request.headers.get("x-csrf-token") or (await request.form()).get("csrf") or ""
        if not secrets.compare_digest(str(sent).encode("utf-8", "replace"), person.csrf.encode()):
            raise Problem(403, "the page that sent this is of another session; load it again and send it from there")
    return Visit(request, state.ledger, state.settings, person)


def _may(scope: Scope) -> object:
    async def checked(visit: Annotated[Visit, Depends(visit)]) -> Visit:
        if not visit.may(scope):
            raise Problem(403, f"{visit.person.name} may not do that: it needs the right to {scope}")
        return visit

    return Depends(checked)


async def _signed_in(visit: Annotated[Visit, Depends(visit)]) -> Visit:
    if not visit.person.csrf:
        raise Problem(403, "a token may not do that; sign in with a browser")
    return visit


# What a function of a page asks for that needs a visit by somebody who may do so.
Reading = Annotated[Visit, _may("read")]
Correcting = Annotated[Visit, _may("correct")]
Adding = Annotated[Visit, _may("add")]
Managing = Annotated[Visit, _may("manage")]
SignedIn = Annotated[Visit, Depends(_signed_in)]  # by somebody of a team who signed in with a browser
