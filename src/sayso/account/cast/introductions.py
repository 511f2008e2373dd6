"""Who is first described and soon after named: "A Pentagon spokesman said … said Kenneth Bacon"?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.discourse import Discourse
from sayso.account.cast.figures import FAR, Figure, conflict, is_overseer
from sayso.account.cast.labels import before_office, served
from sayso.account.cast.titles import owner_before, with_titles
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import DEFINITE, fold
from sayso.reader.reading import Words

NEAR = 4  # sentences over which somebody left unnamed may still be introduced by name
OPENING = 2  # sentences behind the first in which "the spokesman" may be somebody not yet named
AGE = "year-old"
SILENCE = 24  # words from a phrase to where the text may say that its bearer is not to be named


class Introductions:
    """The descriptions of a discourse that stand before the names."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse, self._roster = discourse, discourse.roster
        self._text, self._terms, self._reading = discourse.text, discourse.terms, discourse.reading

    def speaking(self, phrase: Phrase) -> Figure | None:
        """Whoever is described and speaks, and is then named and speaks on."""
        if not self._may_be_introduced(phrase):
            return None
        here, sentence = phrase.words[1], self._reading.sentence
        firsts = ((self._roster.first(f), f) for f in self._roster.figures if f.person and f.named)
        for at, figure in sorted((one for one in firsts if here <= one[0] < FAR), key=lambda one: one[0]):
            if sentence[at] == sentence[phrase.words[0]]:
                continue  # two in one sentence are two
            if self._text.sentences(here - 1, at) > NEAR:
                break
            if not self._speaks(figure):
                continue
            if conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                continue
            if self._introduces(phrase, figure):
                return figure
        return None

    def taking_part(self, phrase: Phrase) -> Figure | None:
        """Somebody first described and soon named: one of that age, or one whom a report names without saying who it
        is, where force or the law is applied to him as to the one it has told of before."""
        here, nameless = phrase.words[1], self._discourse.nameless
        done = nameless.get(phrase.words[0])
        for at, figure in self._roster.named_from(here):
            if not figure.person or self._text.sentences(here - 1, at) == 0:
                continue
            if self._text.sentences(here - 1, at) > NEAR:
                break
            if conflict(figure.code, phrase.country) or conflict(figure.gender, phrase.gender):
                continue
            if self._is_of_age(figure, phrase):
                return figure
            if done and (figure, done) in self._discourse.harmed:
                between = any(nameless.get(i) == done for i in range(here, at))
                return figure if not between and self._introduces(phrase, figure) else None
        return None

    def in_office(self, phrase: Phrase) -> Figure | None:
        """Whoever of a state is first told by his office alone and soon named with it: "{Chile's envoy} was summoned …
        the envoy, Ana Ruiz"."""
        if not phrase.country or not phrase.offices:
            return None
        here = phrase.words[1]
        for at, figure in self._roster.named_from(here):
            if self._text.sentences(here - 1, at) > NEAR:
                break
            apart = figure.code or conflict(figure.gender, phrase.gender) or self._text.sentences(here - 1, at) == 0
            if figure.person and not apart and phrase.offices & figure.offices:
                start, _ = with_titles(self._text, (at, at + 1))
                return figure if self._terms.lower[start] in DEFINITE else None
        return None

    def body(self, phrase: Phrase) -> Figure | None:
        """The body of the kind and country that is first described and soon named: "a Chilean court", "the Santiago
        Court of Appeals"."""
        if phrase.body is None or phrase.kind == "media":
            return None
        here, kind = phrase.words[1], phrase.body.word
        oversees = phrase.body.family in lexicon.function_words("overseeing")
        if phrase.determiner not in (("indefinite", "possessive") if oversees else ("indefinite",)):
            return None
        for at, figure in self._roster.named_from(here):
            if self._text.sentences(here - 1, at) > NEAR:
                break
            called = is_overseer(figure) if oversees else kind in fold(figure.name())
            if not figure.person and called and not conflict(figure.code, phrase.country):
                return figure
        return None

    # --- the description ---

    def _may_be_introduced(self, phrase: Phrase) -> bool:
        """Whether a description is of somebody whom the text may name."""
        if (phrase.offices | phrase.wider) & lexicon.function_words("nameless") or self._asks_for_silence(phrase):
            return False
        if len(phrase.label.split()) < 2 or phrase.kin:
            return False  # "a neighbour" may be anybody, and a cousin is hers
        bare = phrase.determiner == "definite" and not phrase.country and not phrase.affiliations
        return not bare or self._reading.sentence[phrase.words[0]] <= OPENING

    def _asks_for_silence(self, phrase: Phrase) -> bool:
        """Whether the text says that somebody is not named: "who spoke on condition of anonymity"."""
        sentence = self._reading.sentence
        after = range(phrase.head + 1, min(phrase.head + SILENCE, len(sentence)))
        unnamed = lexicon.function_words("unnamed")
        return any(self._terms.lower[i] in unnamed and sentence[i] == sentence[phrase.head] for i in after)

    # --- the name ---

    def _speaks(self, figure: Figure) -> bool:
        """Whether a name of somebody is within the words for a speaker."""
        speakers = (m.words for m in self._text.speakers if m.words and m.speaks)
        return any(a <= start < b for a, b in speakers for start, _ in figure.spans)

    def _is_of_age(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether the age told of somebody described stands behind a name: "a {19}-year-old", "Musa Bello, {19}"."""
        age = phrase.label.partition(f"-{AGE}")[0].rpartition(" ")[2]
        ends = (b for a, b in figure.spans if a == self._roster.first(figure))
        return age.isdigit() and any(self._terms.lower[b : b + 2] == [",", age] for b in ends)

    def _introduces(self, phrase: Phrase, figure: Figure) -> bool:
        """Whether what stands beside the name at first says that it is the one described, or says nothing."""
        first = self._roster.first(figure)
        name = next(words for words in figure.spans if words[0] == first)
        if self._is_told_otherwise(phrase, first) or owner_before(self._text, first) is not None:
            return False
        whole = self._with_what_is_told(name)
        for told in self._discourse.phrases.read(whole):
            together = told.affiliations & phrase.affiliations
            apart = told.affiliations and phrase.affiliations
            if not together and (apart or self._serve_others(phrase, told)):
                return False
            own = self._terms.lower[phrase.words[0]] == "its"  # "its leader" is not the president
            mine = phrase.offices if own else phrase.offices | phrase.wider
            if mine & (told.offices if own else told.offices | told.wider):
                return True
        return not self._is_told_of(name, whole)

    def _with_what_is_told(self, name: Words) -> Words:
        """A name with its titles and descriptions, and with all that stands before it in the words for a speaker."""
        start, end = with_titles(self._text, name)
        before = (m.words[0] for m in self._text.speakers if m.words and m.words[0] <= name[0] < m.words[1])
        return min([start, *before]), end

    def _is_told_of(self, name: Words, whole: Words) -> bool:
        """Whether the words around a name tell anything of whoever bears it."""
        t = self._terms
        if t.lower[name[1] : name[1] + 2] in ([",", "whose"], [",", "a"], [",", "an"]):
            return True  # "Ann Lee, {a} cook", whatever that is
        anybody = lexicon.function_words("man")  # "the woman, who gave her name as {Ann}"
        beside = (i for i in range(*whole) if not name[0] <= i < name[1] and t.lower[i] not in anybody)
        return any(t.pos(i) in ("NOUN", "PROPN") and not self._is_rank(i) for i in beside)

    def _is_rank(self, i: int) -> bool:
        return i in self._terms.honorific and self._terms.honorific[i][1].ranks

    # --- somebody else ---

    def _is_told_otherwise(self, phrase: Phrase, name: int) -> bool:
        """Whether a noun behind which a name stands says that it is somebody else: "one guest, Fatima Saleh"."""
        t = self._terms
        noun = t.lower[name - 1 : name] == [","] and t.pos(name - 2) == "NOUN"
        if not noun or t.lower[name - 2] in lexicon.function_words("called"):
            return False
        mine = {t.lower[i] for i in range(*phrase.words)} | phrase.offices | phrase.wider
        role = lexicon.role(t.lower[name - 2])
        return mine.isdisjoint({t.lower[name - 2], *((role.office, *role.also) if role else ())})

    def _serve_others(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether two who have one office have it of others: a rebel spokesman is not the army's."""
        t, ranks = self._terms, lexicon.function_words("ranked")
        mine, theirs = (
            {t.lower[i] for i in before_office(t, one) if t.pos(i) in ("NOUN", "PROPN", "ADJ")} - ranks
            for one in (phrase, other)
        )
        if not mine and not theirs:
            mine, theirs = (served(one) for one in (phrase, other))
        return bool(mine and theirs) and mine.isdisjoint(theirs)
