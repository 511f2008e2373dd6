"""By what a request shows who sends it: the cookie of a session, or the token of a program."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from threading import Lock, Thread
from typing import Protocol

from sqlalchemy import Connection
from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from sayso.ledger import Ledger, LedgerError
from sayso.web.people import clock, sessions, tokens
from sayso.web.people.roles import Person
from sayso.web.settings import Settings

_BEARER = re.compile(r"bearer +([!-~]+) *", re.IGNORECASE)


class _Kind(Protocol):
    """A kind of secret by which somebody is known."""

    def person(self, connection: Connection, secret: str, now: datetime) -> tuple[Person, bool] | None: ...
    def renew(self, connection: Connection, secret: str, now: datetime) -> None: ...


def cookie_name(settings: Settings) -> str:
    """Of the cookie of a session. No other host or path can set one whose name begins so."""
    return "__Host-sayso" if settings.secure else "sayso"


class Credentials:
    """What requests show, looked up in a ledger."""

    def __init__(self, ledger: Ledger, settings: Settings) -> None:
        self._ledger = ledger
        self._cookie = cookie_name(settings)
        self._renewing = Lock()

    def secret(self, headers: Headers) -> str:
        """What the cookie of a session holds; empty if there is none."""
        return cookie_parser(headers.get("cookie", "")).get(self._cookie, "")

    def person(self, headers: Headers) -> Person | None:
        """Who asks; None where nobody can tell. Who sends a token asks by that alone. Raises LedgerError."""
        authorization = headers.get("authorization")
        if authorization is None:
            return self._known(sessions, self.secret(headers))
        found = _BEARER.fullmatch(authorization)
        return self._known(tokens, found[1] if found else "")

    def _known(self, by: _Kind, secret: str) -> Person | None:
        if not secret:
            return None
        now = clock.now()
        with self._ledger.reading() as connection:
            known = by.person(connection, secret, now)
        if known is None:
            return None
        person, due = known
        # Somebody may be writing for long. Nobody waits for this, and one at a time tries; what is not renewed now is
        # when it is used next.
        if due and self._renewing.acquire(blocking=False):
            Thread(target=self._renew, args=(by, secret), daemon=True).start()
        return person

    def _renew(self, by: _Kind, secret: str) -> None:
        try:
            with suppress(LedgerError), self._ledger.writing() as connection:
                by.renew(connection, secret, clock.now())
        finally:
            self._renewing.release()
