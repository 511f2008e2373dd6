"""Whatever is given, as reports: one `Report` each, or a `Refusal` with its reason."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sayso.intake.refusals import Refusal

if TYPE_CHECKING:
    from sayso.intake.reports import MAX_CHARS, Defaults, Entry, Unfit, entries, open_reports, text_report
    from sayso.intake.sources import Meter

__all__ = ["MAX_CHARS", "Defaults", "Entry", "Meter", "Refusal", "Unfit", "entries", "open_reports", "text_report"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: a ledger keeps what was refused, and need not know how anything is read.
    if name not in __all__:
        raise AttributeError(f"module 'sayso.intake' has no attribute {name!r}")
    found = getattr(import_module(f"sayso.intake.{'sources' if name == 'Meter' else 'reports'}"), name)
    globals()[name] = found
    return found
