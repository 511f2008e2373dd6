"""Memory that a process no longer needs."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress


def give_back() -> None:
    """Give it back to the system: glibc would keep what was in use once."""
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):  # other systems have no such function, or no such library
        ctypes.CDLL(None).malloc_trim(0)
