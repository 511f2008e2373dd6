"""How the processes of a server come to be: where the system can, as copies of one that has loaded all they need. It is
begun first, so that it loads while whoever begins it still loads what it needs itself: this module takes no time."""

from __future__ import annotations

import multiprocessing
import os
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext

from sayso.interrupts import begetting

LOADED = "sayso.web.loaded"
DRIVERS = {"postgres": "psycopg"}  # by how the address of a ledger begins; SQLite's takes no time


def begin(ledger: str) -> BaseContext:
    """How processes are made from now on; asked for again, nothing more is begun. ledger: which they are to ask."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([LOADED, *(name for begins, name in DRIVERS.items() if ledger.startswith(begins))])
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # else glibc keeps what each thread gives back apart, and much of it
    resource_tracker.ensure_running()  # it is started first, for after that it lets Ctrl-C through again
    with begetting():
        forkserver.ensure_running()
    return context
