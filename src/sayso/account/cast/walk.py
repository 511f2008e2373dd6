"""Whom has a text spoken of so far? It is gone through from its beginning, and each reference is given to whom it means
by what its words tell and by what has been said."""

from __future__ import annotations

from sayso.account.cast.discourse import Discourse, Figures, Trace
from sayso.account.cast.references import References
from sayso.account.cast.turns import enclosed, turns
from sayso.reader.reading import Words

EQUATING = ("AUX", "ADJ", "NUM", "NOUN", "PUNCT", "DET")  # parts of speech between two who are one: "was the"


class Walk:
    """Goes through a discourse once, and leaves in it whom its speakers are."""

    def __init__(self, discourse: Discourse, references: References) -> None:
        self._discourse, self._references = discourse, references
        self._text, self._reading, self._terms = discourse.text, discourse.reading, discourse.terms
        self._trail, self._by_name = discourse.trail, discourse.roster.by_name

    def go(self) -> None:
        """Take every reference in order of the text, speakers among them."""
        found = turns(self._discourse)
        within = enclosed(found)
        done: dict[Words, Figures] = {}
        # "Army denies shelling": which army that is, the text below tells.
        for words, k in sorted(found, key=lambda turn: self._waits(turn[0])):
            takes_part = k is not None and not self._text.speaks(k)
            if k is not None and takes_part and (state := self._references.by_adjective(words)):
                self._discourse.found[k] = (state,)
                continue
            if words not in done:
                done[words] = figures = self._references.refer(words, k)
                # Who but takes part is known from elsewhere, if anybody.
                if figures and not takes_part and not self._is_gone_by(words[0]):
                    self._leave_traces(words, figures, words in within, k is not None)
            if k is not None:
                self._discourse.found[k] = done[words]

    def _waits(self, words: Words) -> bool:
        """Whether a reference is to be resolved after the others: one without a name in the title."""
        return self._text.in_title(words[0]) and words not in self._by_name

    def _is_gone_by(self, start: int) -> bool:
        """Whether nothing may refer back to a word: it is no prose, or the text has been read beyond it."""
        return self._text.furniture[start] or bool(self._trail and start < self._trail[-1].words[0])

    def _leave_traces(self, words: Words, figures: Figures, modifier: bool, speaker: bool) -> None:
        self._equate(words, figures)
        quoted = self._terms.quoted[words[0]]
        for name in self._spoken_for(words, figures) if speaker else ():
            self._trail.append(Trace((self._by_name[name],), name, False, True, False, quoted))
        self._trail.append(Trace(figures, words, self._is_subject(words), modifier, speaker, quoted))

    def _spoken_for(self, words: Words, figures: Figures) -> list[Words]:
        """The bodies named within the words for a speaker, other than he: those he speaks for."""
        names = self._discourse.roster.names_within(words[0] + 1, words[1])
        return [name for name in names if not self._by_name[name].person and self._by_name[name] not in figures]

    def _is_subject(self, words: Words) -> bool:
        reading, inside = self._reading, range(*words)
        return any(reading.relation[i].startswith("nsubj") for i in inside if reading.head[i] not in inside)

    def _equate(self, words: Words, figures: Figures) -> None:
        """ "Another victim was Amanda Geissler": those two are one."""
        if not self._trail or len(figures) != 1 or not figures[0].person or not figures[0].named:
            return
        last, lower = self._trail[-1], self._terms.lower
        unnamed = len(last.figures) == 1 and last.figures[0].person and not last.figures[0].named
        if not unnamed or last.words[1] >= words[0] or lower[last.words[1]] not in ("is", "was"):
            return
        if all(self._terms.pos(i) in EQUATING and lower[i] != "," for i in range(last.words[1], words[0])):
            last.figures = figures
