"""A report: its text as published with its spans marked, and its account beside it."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.ledger.reports import ReportStory
from sayso.web import addresses
from sayso.web.problems import there
from sayso.web.visits import Reading

router = APIRouter()


@addresses.page(router, "/reports/{id}", "report.html")
def report(visit: Reading, id: str) -> ReportStory:
    """All there is of a report, with its account."""
    with there("report", id):
        return visit.ledger.report(id)
