"""How the processes of a server come to be: where the system can, as copies of one that has loaded all they need. It is
begun first, so that it loads while whoever begins it still loads what it needs itself: this module takes no time."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext

from sayso.interrupts import begetting

LOADED = "sayso.web.loaded"
# What is needed besides where a word of the command begins so.
BESIDES = {"postgres": "psycopg", "--team": "sayso.web.pages.people"}


def begin(words: Iterable[str]) -> BaseContext:
    """How processes are made from now on; asked for again, nothing more is begun. words: of the command that serves."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    words = tuple(words)
    besides = (module for begins, module in BESIDES.items() if any(word.startswith(begins) for word in words))
    context.set_forkserver_preload([LOADED, *besides])
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # else glibc keeps what each thread gives back apart, and much of it
    resource_tracker.ensure_running()  # it is started first, for after that it lets Ctrl-C through again
    with begetting():
        forkserver.ensure_running()
    return context
