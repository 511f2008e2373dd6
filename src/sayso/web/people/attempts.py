"""Tries at signing in: after some that failed one has to wait, the longer the more there were.

They are counted by name, whether anybody has it or not, and by address. A try counts as failed until it has succeeded,
so that many at once are no way round. Kept in the ledger: all processes that serve it count together.
"""

from __future__ import annotations

import ipaddress
from hashlib import sha256
from math import ceil

from sqlalchemy import Connection, delete, func, insert, select

from sayso.ledger.schema import Attempt

FREE = {"name": 5, "address": 20}  # tries that may fail before one has to wait; many may share an address
FIRST, MOST = 10, 300  # seconds to wait: twice as long after each further failure, up to so many
KEPT = 3600  # seconds for which a try counts


def begin(connection: Connection, name: str, address: str, now: float) -> int:
    """Count a try, if it may be made now. Gives the seconds to wait until one may; 0: it is counted. now: seconds since
    1970."""
    connection.execute(delete(Attempt).where(Attempt.at < now - KEPT))
    keys = _keys(name, address)
    question = select(Attempt.of, func.count(), func.max(Attempt.at)).where(Attempt.of.in_(keys)).group_by(Attempt.of)
    failed = connection.execute(question).all()
    until = max((last + _wait(count, FREE[keys[of]]) for of, count, last in failed), default=now)
    if until > now:
        return ceil(until - now)
    connection.execute(insert(Attempt), [{"of": of, "at": now} for of in keys])
    return 0


def forgive(connection: Connection, name: str, address: str) -> None:
    """A try succeeded: those of the name no longer count, and that one no longer for the address."""
    by_name, by_address = _keys(name, address)
    connection.execute(delete(Attempt).where(Attempt.of == by_name))
    last = select(func.max(Attempt.pk)).where(Attempt.of == by_address).scalar_subquery()
    connection.execute(delete(Attempt).where(Attempt.pk == last))


def _wait(failed: int, free: int) -> int:
    """Seconds to wait after the last of so many."""
    return 0 if failed < free else min(FIRST * 2 ** min(failed - free, 10), MOST)


def _keys(name: str, address: str) -> dict[str, str]:
    """What a try counts for, and as what. Hashed: a name may be a password that went into the wrong field."""
    return {
        sha256(f"{kind} {text}".encode("utf-8", "replace")).hexdigest(): kind
        for kind, text in (("name", name), ("address", _network(address)))
    }


def _network(address: str) -> str:
    """An address, or of IPv6 the network that one subscriber has."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped:
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((known.packed[:8] + bytes(8), 64)))
    return str(known)
