"""Who speaks where the text says "we", or nothing at all?"""

from __future__ import annotations

from functools import cached_property

from sayso import lexicon
from sayso.account.cast.discourse import Discourse, Figures
from sayso.account.cast.figures import FAR, Figure
from sayso.account.cast.mentions import SpeakerMention
from sayso.account.cast.nesting import Nesting
from sayso.account.cast.references import References
from sayso.reader.reading import Words

TITLE = 15  # words of a name in a title, at most


class Unexpressed:
    """The speakers that are left when all of a discourse has been gone through."""

    def __init__(self, discourse: Discourse, nesting: Nesting, references: References) -> None:
        self._discourse, self._nesting, self._references = discourse, nesting, references
        self._text, self._terms, self._roster = discourse.text, discourse.terms, discourse.roster

    def meant(self, k: int) -> Figures:
        """Whom speaker mention `k` means, which no reference before tells."""
        mention = self._text.speakers[k]
        if mention.words is None:
            return self._left_out(k, mention)
        a, b = mention.words
        pronoun = lexicon.pronoun(self._terms.text[a]) if b - a == 1 else None
        if pronoun is None or pronoun.person != "1":
            return ()
        speakers = self._nesting.speakers(self._nesting.holder(k)) or (() if self._terms.quoted[a] else self._author)
        return self._we(speakers) if pronoun.number == "p" and not mention.speaks else speakers

    # --- first persons, who may speak before they are named ---

    @cached_property
    def _author(self) -> Figures:
        """Whoever a title says that the report itself is by, who is "we" in it: "Statement by {the ministry}"."""
        lower, signed = self._terms.lower, lexicon.function_words("signed-by")
        title = (i for i in range(len(lower) - 3) if self._text.in_title(i))
        paper = next((i for i in title if lower[i + 1] in signed and lexicon.document(lower[i]) is not None), None)
        if paper is None:
            return ()
        found = self._references.refer(self._in_title(paper + 2), None)
        bodies = ("government", "organization", "person")
        return found if all(figure.named or figure.kind in bodies for figure in found) else ()

    def _in_title(self, at: int) -> Words:
        """The words of a phrase in a title, with those joined to it: up to the preposition of what it is about."""
        about = lexicon.function_words("about") | {":"}
        rest = range(at + 1, min(at + TITLE, len(self._terms.lower)))
        ends = (i for i in rest if self._terms.lower[i] in about or not self._text.in_title(i))
        return at, next(ends, rest.stop)

    def _we(self, speakers: Figures) -> Figures:
        """Who acts where a speaker says "we": of somebody who speaks for a state, the state."""
        if len(speakers) == 1 and speakers[0].person and speakers[0].sector == "GOV" and speakers[0].code:
            return (self._roster.state(speakers[0].code),)
        return speakers

    # --- who is left out ---

    def _left_out(self, k: int, mention: SpeakerMention) -> Figures:
        if not mention.cue:
            return self._carried_on(k, mention.content[0][0]) if mention.content else ()
        labels = (self._hearsay(i) for i in range(*mention.cue))
        label = next((label for label in labels if label), None)
        if label is None:
            return ()
        figure = next((f for f in self._roster.figures if f.label.casefold() == label), None)
        if figure is None:
            figure = self._roster.add(Figure("media", plural=True, label=label))
        figure.spans.append(mention.cue)
        return (figure,)

    def _hearsay(self, i: int) -> str | None:
        """What a word of a cue says that something is known from, without saying whose that is: "reportedly"."""
        word = self._terms.lower[i]
        document = lexicon.document(word)
        if not (document and document.hearsay) and word not in lexicon.function_words("hearsay"):
            return None
        return word if document and document.plural else "reports"

    def _carried_on(self, k: int, at: int) -> Figures:
        """Whoever spoke last before a quotation that stands alone."""
        speakers, found = self._text.speakers, self._discourse.found
        spoken = ((other.words or other.cue or (FAR, FAR), n) for n, other in enumerate(speakers) if n != k)
        before = [(words, n) for words, n in spoken if words[0] < at and found[n] and speakers[n].content]
        return found[max(before)[1]] if before else ()
