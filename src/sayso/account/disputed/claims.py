"""What statements say, in a form in which two can be held against each other: one claim for each sentence of a content,
with the words of weight in it, whether it says that something is or that it is not, and what it speaks of.

Words count as the same in any inflection; names of one country count as one, however it is written ("Moscow",
"Russian").
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.stems import stem, stems
from sayso.model import Statement
from sayso.reader import Reading, Words

WEIGHTY = ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X")
TELLING = 8  # words of a matter by which claims like it are looked for, the rarest
NEAREST = 16  # of the claims that share a word with a matter, only so many before and after it are looked at
APART = 3  # words from one to the other of two that tell of a deed together
CLAUSAL = ("root", "ccomp", "advcl", "parataxis", "acl", "acl:relcl", "csubj")  # how a word depends that heads a clause
SHORT = 4  # letters of a form of a verb whose -ed may be no ending: "fled"
LONG = 60  # words of a claim that are looked at


@cache
def _deeds() -> dict[str, str]:
    """For the stem of a word that tells of a deed, or of two such words joined by _, what stands for that deed."""
    return {
        "_".join(stem(part) for part in word.split("_")): stem(deed)
        for deed, words in lexicon.rows("deeds.tsv", 2)
        for word in words.split()
    }


@lru_cache(maxsize=1 << 14)
def place_term(words: str) -> str | None:
    """What a name of a country, its capital, its people or a known organization means as a term; None for others."""
    seat = lexicon.seat(words)
    people = lexicon.people(words)
    code = lexicon.country(words) or lexicon.nationality(words) or (people and people[0]) or (seat and seat.country)
    if code:
        return "=" + code
    organization = lexicon.organization(words)
    return "=" + organization.name if organization else None


@lru_cache(maxsize=1 << 12)
def _root_of(verb: str) -> str:
    """The stem of a verb in whatever form: "beaten" and "beat" are one."""
    regular = verb.lower().endswith(("ing", "s")) or (verb.lower().endswith("ed") and len(verb) > SHORT)
    return stem(verb if regular else lexicon.lemmas(verb.lower())[0])


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of what somebody says, or a matter that is spoken of."""

    statement: int  # the number of its statement
    words: Words
    terms: frozenset[str]  # what its words of weight mean
    about: frozenset[str]  # those of its subject
    negated: bool
    possible: bool  # no assertion: what would be, should be, may be


class Claims:
    """The claims of all statements of a report, to be found by their words."""

    def __init__(self, reading: Reading, statements: Sequence[Statement]) -> None:
        self.reading, self.statements = reading, statements
        self._named: dict[int, str] = {}  # by word: what a name of several words means
        for name in reading.names:
            if name.words[1] - name.words[0] > 1 and (place := place_term(reading.string(name.words))):
                self._named.update(dict.fromkeys(range(*name.words), place))
        self.all: list[Claim] = []
        self.of: list[list[Claim]] = []
        for number, statement in enumerate(statements):
            claims = [
                self.claim(number, part) for span in statement.content for part in self._sentences(reading.within(span))
            ]
            self.of.append(claims)
            self.all += claims
        self.all.sort(key=lambda claim: (claim.words, claim.statement))
        self._by_term: dict[str, list[int]] = {}
        for i, claim in enumerate(self.all):
            for term in claim.terms:
                self._by_term.setdefault(term, []).append(i)

    @cached_property
    def children(self) -> list[list[int]]:
        """For each word the words that depend on it, in order."""
        out: list[list[int]] = [[] for _ in self.reading.head]
        for i, head in enumerate(self.reading.head):
            if head != i:
                out[head].append(i)
        return out

    def _sentences(self, words: Words) -> Iterable[Words]:
        start = words[0]
        for i in range(words[0], words[1]):
            if i + 1 == words[1] or self.reading.sentence[i + 1] != self.reading.sentence[i]:
                yield start, i + 1
                start = i + 1

    def term(self, i: int) -> str | None:
        """What a word means, None where it is of no weight."""
        reading = self.reading
        if i in self._named:
            return self._named[i]
        word = reading.word(i)
        if word[0].isupper() and (place := place_term(word)):
            return place
        if reading.pos[i] not in WEIGHTY or not word[0].isalnum():
            return None
        found = _root_of(word) if reading.pos[i] == "VERB" else stem(word)
        if len(found) < 2 or found in stems("light") or found in stems("grounds"):
            return None
        pairs = (f"{stem(reading.word(a))}_{stem(reading.word(b))}" for a, b in self._pairs(i))
        return next((_deeds()[form] for form in (*pairs, found) if form in _deeds()), found)

    def _pairs(self, i: int) -> Iterator[Words]:
        """A word with the one before it and with the one behind it, over small words between: "{lost} an {eye}"."""
        for way in (-1, 1):
            steps = range(i + way, i + way * (APART + 1), way)
            small = ("DET", "PRON", "ADJ")
            other = next((k for k in steps if 0 <= k < len(self.reading) and self.reading.pos[k] not in small), None)
            if other is not None:
                yield min(i, other), max(i, other)

    def deed(self, word: str) -> str | None:
        """What stands for the deed of which a stem tells, or of those who do it."""
        return _deeds().get(word)

    def tells_deed(self, i: int) -> bool:
        """Whether a word tells of a deed, or of what it is done with, that has several names."""
        return self.term(i) in _deeds().values()

    def claim(self, number: int, words: Words) -> Claim:
        """What some words of a statement claim."""
        reading = self.reading
        words = words[0], min(words[1], words[0] + LONG)
        lower = [reading.word(i).lower().replace("’", "'") for i in range(*words)]
        root = self.root(words)
        subject = {
            k
            for i in self.children[root]
            if reading.relation[i] in ("nsubj", "nsubj:pass", "csubj")
            for k in self.under(i)
            if words[0] <= k < words[1]
        }
        return Claim(
            number,
            words,
            frozenset(term for i in range(*words) if (term := self.term(i))),
            frozenset(term for i in subject if (term := self.term(i))),
            bool(lexicon.denial_words("not").intersection(lower)),
            self._is_possible(words) or lower[-1:] == ["?"],
        )

    def _is_possible(self, words: Words) -> bool:
        """Whether something is said that would be, should be or may be; but May is a month."""
        possible, root = lexicon.denial_words("possible"), self.root(words)
        written = [self.reading.word(i) for i in range(*words)]
        # "It was murder because it {could} have been prevented" says that it was.
        reason = written.index("because") if "because" in written else len(written)
        told = (n for n, word in enumerate(written[:reason]) if word.lower() in possible and (word.islower() or n == 0))
        return any(not self._joins_another(root, words[0] + n) for n in told)

    def _joins_another(self, root: int, i: int) -> bool:
        """Whether a word is of a clause joined behind that of the root, or of one that tells of what something is: "no
        deal was reached and it {would} go on", "has built a boat that {can} reach Oslo"."""
        reading, verb = self.reading, self.reading.head[i]
        if reading.relation[i] == "aux" and (
            self._lies_in_relative(root, verb) or self._lies_in_time_clause(root, verb)
        ):
            return True
        joined = reading.relation[i] == "aux" and reading.relation[verb] == "conj" and reading.head[verb] == root
        return joined and root < i and valency.has(reading, verb, *valency.SUBJECTS)

    def _lies_in_time_clause(self, root: int, verb: int) -> bool:
        """Whether a verb is of a clause that tells when it was: "had gone before anybody {could} stop them"."""
        reading = self.reading
        opening = valency.forms(reading, verb, "mark", "advmod", "case")
        timed = not opening.isdisjoint(lexicon.denial_words("time_clause"))
        return timed and reading.relation[verb] == "advcl" and root < verb

    def _lies_in_relative(self, root: int, verb: int) -> bool:
        """Whether a verb is of a clause that tells of what something is, or of what is said in one: "cheated buyers who
        were told they {would gain}"."""
        reading = self.reading
        while reading.relation[verb] in ("ccomp", "xcomp") and reading.head[verb] not in (verb, root):
            verb = reading.head[verb]
        return reading.relation[verb] == "acl:relcl" and root < reading.head[verb]

    def negated_words(self, claim: Claim) -> frozenset[int]:
        """The words of the clauses of a claim by which something is said not to be so: "he gave it away and {no receipt
        was found}"."""
        if not claim.negated:
            return frozenset()
        not_ = lexicon.denial_words("not") - {"without"}  # which negates no more than what it brings in
        tops = {i: self._clause(claim, i) for i in range(*claim.words)}
        negated = {tops[i] for i in tops if self.reading.word(i).lower().replace("’", "'") in not_}
        # "Nobody came until noon" says that somebody came.
        negated -= {tops[i] for i in tops if self.reading.word(i).lower() == "until"}
        return frozenset(i for i, top in tops.items() if top in negated)

    def _clause(self, claim: Claim, i: int) -> int:
        """The word that heads the clause of a word; joined verbs that share a subject are of one clause, but for one
        with a "had" of its own: "had used only gas and {had carried} no guns"."""
        reading, own_parts = self.reading, (*valency.SUBJECTS, "aux", "aux:pass")
        while reading.relation[i] not in CLAUSAL and claim.words[0] <= reading.head[i] < claim.words[1]:
            own = reading.relation[i] == "conj" and valency.has(reading, i, *own_parts)
            if own or reading.head[i] == i:
                break
            i = reading.head[i]
        return i

    def root(self, words: Words) -> int:
        """The word of some that the others hang on: a verb before anything else."""
        reading = self.reading
        tops = [i for i in range(*words) if not words[0] <= reading.head[i] < words[1] or reading.head[i] == i]
        return next((i for i in tops if reading.pos[i] in ("VERB", "AUX")), tops[0] if tops else words[0])

    def under(self, top: int, without: Collection[str] = ()) -> list[int]:
        """The words of the tree below a word, itself among them. without: relations whose words are left out with all
        below them."""
        out, todo = [], [top]
        while todo:
            at = todo.pop()
            out.append(at)
            todo += (i for i in self.children[at] if self.reading.relation[i] not in without)
        return sorted(out)

    def weight(self, term: str) -> float:
        """How much it tells that two claims share a word: less the more claims have it."""
        return math.log(1 + len(self.all) / (1 + len(self._by_term.get(term, ()))))

    def like(self, terms: Iterable[str], near: int) -> list[Claim]:
        """The claims that share a word with a matter, those near word `near` if there are many; in order."""
        found: set[int] = set()
        # The rarest words tell the most, and any claim that is of one matter shares some of those.
        for term in sorted(terms, key=lambda term: (len(self._by_term.get(term, ())), term))[:TELLING]:
            having = self._by_term.get(term, [])
            if len(having) > 2 * NEAREST:
                at = bisect_left(having, near, key=lambda i: self.all[i].words[0])
                having = having[max(0, at - NEAREST) : at + NEAREST]
            found.update(having)
        return [self.all[i] for i in sorted(found)]
