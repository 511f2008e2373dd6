"""Whatever is given, as reports: one `Report` each, or a `Refusal` with its reason."""

from sayso.intake.reports import MAX_CHARS, Defaults, Entry, Refusal, Unfit, entries, open_reports, text_report
from sayso.intake.sources import Meter

__all__ = ["MAX_CHARS", "Defaults", "Entry", "Meter", "Refusal", "Unfit", "entries", "open_reports", "text_report"]
