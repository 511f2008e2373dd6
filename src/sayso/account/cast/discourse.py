"""What is known at some place of a text: who is there, of whom it has spoken so far, and whom its speakers are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sayso.account.cast.figures import Figure
from sayso.account.cast.located import LocatedPhrases
from sayso.account.cast.marked_text import MarkedText
from sayso.account.cast.roster import Roster
from sayso.account.named.terms import Terms
from sayso.reader.reading import Reading, Words

Figures = tuple[Figure, ...]
Refer = Callable[[Words, int | None], Figures]  # whom words mean, which may be a speaker mention of that number


@dataclass(slots=True)
class Trace:
    """One reference gone by: whom it meant, where, and how prominent it was."""

    figures: Figures
    words: Words
    subject: bool
    modifier: bool  # it stands within the phrase of another
    speaker: bool
    quoted: bool


@dataclass(slots=True)
class Discourse:
    """A text with whom it speaks of, as far as that is resolved."""

    text: MarkedText
    phrases: LocatedPhrases
    roster: Roster
    found: list[Figures]  # for each speaker mention whom it means
    trail: list[Trace] = field(default_factory=list)  # the references gone by
    harmed: set[tuple[Figure, str]] = field(default_factory=set)  # those named to whom something is done, and what
    nameless: dict[int, str] = field(default_factory=dict)  # and where those without a name are

    @property
    def reading(self) -> Reading:
        """The reading of the text."""
        return self.text.reading

    @property
    def terms(self) -> Terms:
        """The words of the text that the lexicon knows."""
        return self.text.terms

    def spoken_of(self, figure: Figure, at: int) -> int | None:
        """Where a figure was spoken of last before a word, or, of a word in the title, first; None if nowhere."""
        if self.text.in_title(at):
            return min((s for s, _ in figure.spans if not self.text.in_title(s)), default=None)
        return max((s for s, _ in figure.spans if s < at), default=None)
