"""Passwords: what is kept of them is an Argon2id hash, with its salt and its cost."""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

SHORTEST = 10  # characters; length is all that is asked for
LONGEST = 1000

_HASHER = PasswordHasher()  # RFC 9106, for little memory: 64 MiB, three passes
# Nobody's password. Whoever tries a name that nobody has waits as long as where somebody has it.
_NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$Gz6PjV/wYKkk6iZO/tg7BQ$rLTDSPFx4BGlu402UGbFb3rh9nlCtaguiTdKFwDaQxs"


class PasswordError(ValueError):
    """A password that nobody may have."""


def hashed(password: str) -> str:
    """What is kept of a new password. Raises PasswordError where it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordError(f"a password has {SHORTEST} to {LONGEST} characters; any will do")
    return _HASHER.hash(_bytes(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether it is the password of which that is kept; never where nothing is, but not any sooner."""
    try:
        return _HASHER.verify(kept or _NOBODYS, _bytes(password[:LONGEST])) and kept is not None
    except VerificationError:
        return False


def _bytes(password: str) -> bytes:
    """The same however a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
