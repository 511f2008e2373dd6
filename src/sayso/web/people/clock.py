"""What time it is, for all that expires."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """A time in UTC as ISO 8601, to the second; what is later is greater."""
    return moment.isoformat(timespec="seconds")
