"""What is told besides, of another time than what a sentence or a story is about: what was so long before or after it,
what had been before it, what somebody is charged with, what had been so long since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.model import TimeExpression
from sayso.reader.reading import Reading

STEPS = 16  # steps up the tree to what sets something aside
CHARGED = 4  # and to the charge that an act is told in


class Asides:
    """The phrases of a report that tell of another time than the rest of their sentence."""

    def __init__(self, reading: Reading, times: Sequence[TimeExpression]) -> None:
        self.reading = reading
        self._around: dict[int, int | None] = {}  # what has been asked before
        self._openings: dict[int, int | None] = {}
        within = [(time, reading.within(time.span)) for time in times]
        self._timed = {i for _, (a, b) in within for i in range(a, b)}
        self._lapses = {b - 1 for time, (_, b) in within if time.type == "DURATION"}
        self._dated = {i for time, (a, b) in within if time.type in ("DATE", "TIME") for i in range(a, b)}

    def around(self, word: int) -> int | None:
        """The head of the outermost phrase around a word that is set apart in time: "recalled its envoy three days
        after police {arrested} two men", "sued after the March 15 {attack}", "has held her since {arresting} her",
        "jailed hundreds following his {overthrow}"."""
        if word not in self._around:
            apart = [i for i in self.reading.upward(word, STEPS) if self.opening(i) is not None]
            self._around[word] = apart[-1] if apart else None
        return self._around[word]

    def opening(self, head: int) -> int | None:
        """The preposition or conjunction by which a phrase is set apart, None if it is not."""
        if head not in self._openings:
            self._openings[head] = self._opening(head)
        return self._openings[head]

    def _opening(self, head: int) -> int | None:
        reading = self.reading
        for mark in valency.parts(reading, head, "mark", "case"):
            form = reading.word(mark).lower()
            if mark > head or head in self._timed:
                continue
            if form in lexicon.time_cues("matter") and self._has_date(head, mark):
                return mark  # "arrested over Friday's stabbing"
            if form not in lexicon.time_cues("aside"):
                continue
            known = self._has_date(head, mark) or self._is_somebodys(head) or self._is_before(head)
            before = reading.word(mark - 1).lower() if mark else ""
            lapse = mark - 1 in self._lapses or before in lexicon.time_cues("uncounted")
            if form == "since" or known or (form in lexicon.time_cues("apart") and lapse):
                return mark
        return None

    def _is_before(self, head: int) -> bool:
        """Whether a phrase tells after what else something came: "the visit comes after {talks} in Rome"."""
        verb = self.reading.head[head]
        return verb < head and valency.is_one_of("sequence", self.reading, verb)

    def begins(self, word: int) -> bool:
        """Whether a word stands in a phrase that tells since when the rest of a sentence is: "since he {resigned}"."""
        head = self.around(word)
        mark = None if head is None else self.opening(head)
        return mark is not None and self.reading.word(mark).lower() == "since"

    def compares(self, word: int) -> bool:
        """Whether a phrase only tells since when something is the greatest of its kind: "the heaviest {clashes} since
        the war"."""
        head = self.around(word)
        noun = head if head is None else self.reading.head[head]
        kinds = () if noun is None else valency.parts(self.reading, noun, "amod", "advmod")
        words = [self.reading.word(i).lower() for i in kinds]
        return any(word.endswith("est") or word in lexicon.function_words("greatest") for word in words)

    def _has_date(self, noun: int, mark: int) -> bool:
        """Whether what a noun tells of is called by its date: "the {March 15} attack", "{Monday}'s raid"."""
        reading = self.reading
        dated = any(reading.head[i] == noun for i in range(mark + 1, noun) if i in self._dated)
        return dated and reading.pos[noun] == "NOUN"

    def _is_somebodys(self, noun: int) -> bool:
        """Whether a noun tells of what befell somebody as of something known: "the president's {ouster}"."""
        before = self.reading.word(noun - 1).lower() if noun else ""
        owned = before in ("'s", "’s") or before in lexicon.function_words("owner")
        return owned and valency.is_one_of("undergone", self.reading, noun)


def charge(reading: Reading, act: int) -> int | None:
    """The word that tells of an act as a crime somebody is held for or charged with: "{jailed} for kidnapping a clerk",
    "{charged} with the murder of a nun", "arrested on {suspicion} of theft"."""
    for i in reading.upward(act, CHARGED):
        above = reading.head[i]
        forms = {reading.word(k).lower() for k in valency.parts(reading, i, "case", "mark") if k < i}
        if above < i and not forms.isdisjoint(lexicon.function_words("charge")):
            while reading.relation[above] in ("obj", "obl", "nmod") and reading.pos[above] in ("NOUN", "PROPN", "NUM"):
                above = reading.head[above]  # "jailed {a clerk} for", "jailed {two of the clerks} for"
            held = any(valency.is_one_of(use, reading, above) for use in ("charging", "suspected", "grounds"))
            if held:
                return above
    return None


def is_tied(reading: Reading, named: int, trigger: int) -> bool:
    """Whether a time or a place that a word names is told of what a trigger tells, where that is known to be longer
    than a story: "the war {began} in 2014", and not "talks on ending its {war} resumed on Monday"."""
    subject = valency.subject(reading, trigger) if is_perfect(reading, trigger) else None
    if subject is not None and valency.is_one_of("era", reading, subject):
        return trigger in reading.upward(named, STEPS)  # "the war {has killed} 220,000"
    known = valency.forms(reading, trigger, "det", "nmod:poss", "amod")
    if not valency.is_one_of("era", reading, trigger) or not (known - lexicon.function_words("indefinite-article")):
        return True
    above = list(reading.upward(named, STEPS))
    if trigger in above:  # but not what had been when it began
        return not any(reading.relation[i] == "advcl" for i in above[: above.index(trigger)])
    return reading.head[trigger] in above and reading.relation[trigger] in ("nsubj", "nsubj:pass", "obj", "obl")


def is_long_since(reading: Reading, trigger: int) -> bool:
    """Whether something is told as having been before the story: "has {already} deported", "has {long} criticised",
    "has {held} her since she was found", "is serving a five-year {sentence}"."""
    verb = reading.head[trigger]
    if reading.relation[trigger] == "obj" and valency.is_one_of("serving", reading, verb):
        return True
    adverbs = {reading.word(i).lower() for i in valency.parts(reading, trigger, "advmod")}
    begun = any(
        reading.word(i).lower() == "since"
        for clause in valency.parts(reading, trigger, "advcl", "obl")
        for i in valency.parts(reading, clause, "mark", "case")
    )
    return is_perfect(reading, trigger) and (begun or not adverbs.isdisjoint(lexicon.time_cues("long_since")))


def is_perfect(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the present perfect, which tells of no day: "has {vowed} to resign"."""
    return _is_perfect_by(reading, valency.parts(reading, verb, "aux"), "perfect")


def is_earlier(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the past perfect, which tells of what was before: "{had asked} for bail"."""
    return _is_perfect_by(reading, (i for i in valency.parts(reading, verb, "aux") if i < verb), "earlier")


def _is_perfect_by(reading: Reading, auxiliaries: Iterable[int], use: str) -> bool:
    """Whether a perfect is told by one of these auxiliaries, of a use of time_cues.tsv, and none of what is to come."""
    helpers = {reading.word(i).lower() for i in auxiliaries}
    return not helpers.isdisjoint(lexicon.time_cues(use)) and helpers.isdisjoint(lexicon.time_cues("future"))


def is_background(reading: Reading, verb: int) -> bool:
    """Whether a verb tells of an earlier time to which a story only looks back: "{last} tested a rocket in April"."""
    adverbs = (reading.word(i).lower() for i in valency.parts(reading, verb, "advmod") if i < verb)
    return any(adverb in lexicon.time_cues("background") for adverb in adverbs)
