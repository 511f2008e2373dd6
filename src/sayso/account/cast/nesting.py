"""In whose words does a reference stand? Statements stand within statements: "{the minister} said {a clerk} said he was
ill"."""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.discourse import Discourse, Figures
from sayso.account.cast.figures import Figure
from sayso.account.said.cues import cue_force
from sayso.reader.reading import Words


class Nesting:
    """The statements of a discourse around its references, each known by the number of its speaker mention."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._text, self._terms, self._speakers = discourse.text, discourse.terms, discourse.text.speakers

    def holder(self, k: int | None) -> int | None:
        """The statement in whose content mention `k` stands, the narrowest."""
        if k is None:
            return None
        mention = self._speakers[k]
        if mention.inside is not None:
            return mention.inside if 0 <= mention.inside < len(self._speakers) and mention.inside != k else None
        at = mention.words[0] if mention.words else mention.cue[0] if mention.cue else None
        return None if at is None else self.around(at, k)

    def around(self, at: int, k: int | None = None) -> int | None:
        """The statement in whose content a word stands, the narrowest, other than mention `k`."""
        around = (n for n in self._text.saying_at.get(at, ()) if n != k)
        sizes = ((min(b - a for a, b in self._speakers[n].content if a <= at < b), n) for n in around)
        return min(sizes, default=(0, None))[1]

    def speakers(self, holder: int | None) -> Figures:
        """Who makes a statement."""
        return () if holder is None else self._discourse.found[holder]

    def words(self, holder: int | None) -> Words | None:
        """The words by which a statement names who makes it."""
        return None if holder is None else self._speakers[holder].words

    def named(self, holder: int | None) -> Figure | None:
        """Whoever is named as the one who makes a statement, be it only behind it."""
        words = self.words(holder)
        return self._discourse.roster.by_name.get(words) if words else None

    def passed_on_by(self, holder: int | None) -> list[Figures]:
        """Those who only pass a statement on: "{the minister} said a clerk said he was ill"."""
        far = self.holder(holder)
        figures = self.speakers(far)
        return [figures] if figures and figures != self.speakers(holder) else []

    def is_accusation(self, holder: int | None) -> bool:
        """Whether a statement is what somebody is accused of by a noun, as a rule by another: "the union's {allegation}
        that it had poisoned the river"."""
        cue = None if holder is None else self._speakers[holder].cue
        words = () if cue is None else range(*cue)
        return any(self._terms.pos(i) == "NOUN" and cue_force(self._terms.text[i]) == "accuse" for i in words)

    def goes_on(self, holder: int | None) -> bool:
        """Whether a statement is told to be somebody's who has just spoken, or spoke with others: "she said", "one of
        them said"."""
        words = self.words(holder)
        if words is None:
            return False
        if self._terms.lower[words[0] : words[0] + 2] == ["one", "of"]:
            return True
        if words[1] - words[0] != 1:
            return False
        return lexicon.pronoun(self._terms.text[words[0]]) is not None

    # --- around a word ---

    def own_words_of(self, at: int) -> list[Figure]:
        """Those in whose very words a word stands, though outside quotation marks: in them one is "I"."""
        around = self._text.saying_at.get(at, ())
        direct = (k for k in around if self._speakers[k].direct and not self._terms.quoted[at])
        return [figure for k in direct for figure in self._discourse.found[k]]

    def said_by(self, at: int) -> list[Figure]:
        """Those in whose statements a word stands."""
        return [figure for k in self._text.saying_at.get(at, ()) for figure in self._discourse.found[k]]

    def tellers(self, at: int) -> list[Figure]:
        """Those who say what begins with a word: "the union says {it} will strike"."""
        found: list[Figure] = []
        for k in self._text.saying_at.get(at, ()):
            cue = self._speakers[k].cue
            opens = cue is not None and cue[1] <= at <= cue[1] + (self._terms.lower[cue[1]] == "that")
            found += self._discourse.found[k] if opens and not self._terms.quoted[at] else ()
        return found

    def is_said_by(self, at: int, speakers: Figures) -> bool:
        """Whether a word stands in what these speakers say; where they are told only behind their words, in what
        anybody says."""
        return any(not speakers or self._discourse.found[k] == speakers for k in self._text.saying_at.get(at, ()))

    def is_shared(self, at: int, other: int) -> bool:
        """Whether two words stand in one statement."""
        return not set(self._text.saying_at.get(at, ())).isdisjoint(self._text.saying_at.get(other, ()))

    def is_over(self, at: int, before: int) -> bool:
        """Whether a word stands in words of somebody's that are over before another."""
        contents = (words for k in self._text.saying_at.get(at, ()) for words in self._speakers[k].content)
        return any(a <= at < b <= before for a, b in contents)
