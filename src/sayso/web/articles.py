"""A report to be read: its paragraphs with their words marked, and beside each what the account has of it.

`#s4` and `#e3` are the words of statement s4 and event e3 in the text, `#of-s4` and `#of-e3` what is told of them.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from sayso.ledger.reports import ReportStory
from sayso.model import Event, Statement
from sayso.views.happenings import Happenings
from sayso.views.lookup import Word
from sayso.views.marking import Paragraph, paragraphs
from sayso.views.marks import Ids, Marks

_IDS = Ids(statement="of-s", event="of-e", said="s", trigger="e")


@dataclass(slots=True)
class Row:
    """A paragraph, and what the account has of it: statements and events with their numbers, as they begin in it."""

    text: Markup
    parts: list[tuple[int, Statement | Event]] = field(default_factory=list)


class Article:
    """The report of a story, and its account in step with it."""

    def __init__(self, story: ReportStory) -> None:
        self.account = story.account
        self.marks = Marks(story.account, _IDS, by_id=True)
        self.lookup = self.marks.lookup
        self._happenings = Happenings(self.marks)

    @cached_property
    def rows(self) -> list[Row]:
        """The text, paragraph by paragraph."""
        found = list(paragraphs(self.account.report.text, self.marks)) or [Paragraph((0, 0), "")]
        rows = [Row(Markup(paragraph.html)) for paragraph in found]  # escaped where it was made
        ends = [paragraph.span[1] for paragraph in found]
        parts: list[tuple[int, bool, int, Statement | Event]] = []
        parts += [(one.content[0][0], False, number, one) for number, one in self.lookup.all_statements if one.content]
        parts += [(event.trigger[0], True, number, event) for number, event in self.lookup.all_events]
        for position, _, number, part in sorted(parts, key=lambda part: part[:3]):
            rows[min(bisect_right(ends, position), len(rows) - 1)].parts.append((number, part))
        return rows

    def words(self, event: Event) -> list[Word]:
        """On whose word an event stands."""
        return self.lookup.words(event.statements)

    def said(self, ids: list[str]) -> list[int]:
        """The numbers of the statements of these ids."""
        return [number for number, _ in self.lookup.said(ids)]

    @cached_property
    def map(self) -> Markup:
        """Where it is told to have happened; empty where no place is known."""
        return Markup("".join(self._happenings.where()) if self._happenings.spots else "")
