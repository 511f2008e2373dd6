"""What people send to be added, checked and kept; their jobs, given up."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.intake.dates import iso_date
from sayso.intake.sources import is_address
from sayso.web import jobs
from sayso.web.jobs import Given, Job
from sayso.web.problems import Problem, there
from sayso.web.settings import ADDRESS, CHARACTERS, FIELD
from sayso.web.visits import Visit


class WrongError(Exception):
    """A form is filled in wrong."""

    def __init__(self, field: str, reason: str) -> None:
        """field: which. reason: what is wrong with it."""
        super().__init__(reason)
        self.field = field


def submitted(visit: Visit, given: list[Given]) -> list[str]:
    """Keep what is to be added; the ids of the jobs."""
    try:
        ids = jobs.submit(visit.ledger, visit.person.name, given)
    except jobs.TooManyError:
        raise Problem(
            503, f"{jobs.WAITING} jobs wait already: try again when some are done", Retry_After="60"
        ) from None
    visit.ring()
    return ids


def known_job(visit: Visit, id: str) -> Job:
    """The job of that id."""
    with there("job", id):
        return jobs.job(visit.ledger, id)


def cancelled(visit: Visit, id: str) -> None:
    """Give up that job."""
    state = known_job(visit, id).state
    if state != "cancelled" and not jobs.cancel(visit.ledger, id, visit.person.name):
        raise Problem(409, "it has been begun: only what waits can be given up")


def checked_text(text: str) -> str:
    """A text that may be a report. Raises WrongError."""
    if not text.strip():
        raise WrongError("text", "there is no text in it")
    if len(text) > CHARACTERS:
        raise WrongError("text", f"it is longer than {CHARACTERS:,} characters")
    return text


def checked_address(field: str, address: str) -> str:
    """An address on the web. Raises WrongError."""
    if not is_address(address.strip()):
        raise WrongError(field, "an address begins with http:// or https://")
    if len(address) > ADDRESS:
        raise WrongError(field, f"an address has at most {ADDRESS:,} characters")
    return address.strip()


def checked(filled: Mapping[str, str | None]) -> dict[str, str]:
    """What is said of a report, without what is left out. Raises WrongError."""
    said = {name: value.strip() for name, value in filled.items() if value and value.strip()}
    known: dict[str, str] = {name: said[name] for name in ("title", "outlet") if name in said}
    for name, value in known.items():
        if len(value) > FIELD:
            raise WrongError(name, f"it is longer than {FIELD} characters")
    if "published" in said:
        date = iso_date(said["published"])
        if date is None:
            raise WrongError("published", f"{said['published']!r} is no date such as 2015-10-02")
        known["published"] = date
    if "url" in said:
        known["url"] = checked_address("url", said["url"])
    return known
