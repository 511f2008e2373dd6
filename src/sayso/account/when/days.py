"""When was what no telling dates? A story goes on in its day, and what is told once more was when it was.

What speaks for a time is counted in points: the weights of a conditional logit over the annotated reports (McFadden
1974), rounded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.dates import between
from sayso.account.grammar.tenses import tense
from sayso.account.happened.events import Facts, lemma_of
from sayso.account.happened.tellings import Telling
from sayso.account.when.asides import Asides, charge, is_perfect
from sayso.account.when.named_times import Dates, NamedTimes
from sayso.account.when.other_times import NEWS, OtherTimes
from sayso.account.when.reckoned_times import ReckonedTimes
from sayso.lexicon import UTTERED
from sayso.reader.reading import Reading, Words

LINKED = 5.5  # times how likely the model takes it for the time
BY, BEFORE_IT = 0.6, 1.0  # it is named in the same sentence, in the one before
GOES_ON = 0.7  # the event told last in the paragraph was then
ALIKE = 0.7  # another event of the type was then
AGAIN = 2.0  # and was told before, times how surely the model takes this one for a repetition
TOGETHER = 0.6  # somebody of it took part in what was then
STORY, ON = 0.6, 4  # the paragraph goes on from it, a few sentences on
DAY = 0.4  # it is a single day
SPOKE = 1.2  # whoever says something spoke on that day alone
BEFORE_THAT = 2.2  # lost if the report tells that it had been before what was then
DATED, UNTOLD = 1.6, 0.8  # what must speak for it, and more for what is not told in the past
PERFECT, VOICED = 0.5, 1.0  # and for what is told in the perfect, and if it is done by saying it
VERBS = 2  # steps up the tree from an event to the verb of whoever does it
BEFORE = 16  # times of events of the type looked at, the last ones


Spoken = Mapping[str, Sequence[Words]]  # for each person the words that tell when he said something


@dataclass(slots=True)
class _Story:
    """What a report has told of days, as far as it has been read."""

    kinds: dict[str, dict[Dates, int]] = field(default_factory=dict)  # by type the dates of events, and a time of them
    words: set[tuple[str, Dates]] = field(default_factory=set)  # words of dated tellings, and the dates
    people: dict[Dates, set[str]] = field(default_factory=dict)  # who took part in what was then
    spoke: dict[str, dict[Dates, int]] = field(default_factory=dict)  # by person the days he spoke on
    earlier: set[tuple[str, Dates]] = field(default_factory=set)  # types and dates of what was told before
    last: Facts | None = None  # the telling before that names a day
    given: Facts | None = None  # the last that was given a day


class Days:
    """The times of a report, and which of them tells when an event was that no telling of it dates."""

    def __init__(self, named: NamedTimes, others: OtherTimes, asides: Asides, spoken: Spoken) -> None:
        self.reading, self._named, self._others, self._spoken = named.reading, named, others, spoken
        self._reckoned = ReckonedTimes(named, asides)

    def set_others(self, told: Sequence[Facts]) -> None:
        """Give the tellings that name no day the likeliest of those named around them, if enough speaks for it. How
        long something took is no day, but "three days after the clash" is one if the clash has one."""
        story = self._story(told)
        self._reckoned.reach_back(told)
        self._reckoned.set_eves(told)
        self._reckoned.count_back(told)
        for facts in told:
            if facts.start and facts.time is not None:
                story.earlier.add((facts.telling.type, self._named.dates(facts.time)))
                story.last = facts
                continue
            named = self._named
            undated = facts.time is None or (named.is_length(facts.time) and not named.is_of_late(facts.time))
            if self._is_on_another_day(facts.telling.trigger):
                continue
            if undated and (best := self._likeliest(facts, story, told)) is not None:
                facts.set_time(best, self._named.times[best])
                facts.dated, story.given = True, facts
        self._reckoned.count_on(told)
        self._reckoned.stretch(told)

    def _is_on_another_day(self, trigger: int) -> bool:
        """Whether a clause tells that what it tells was on another day than what was told before, and not on which:
        "days earlier, she had filed a complaint"."""
        reading, verb = self.reading, valency.bearer(self.reading, trigger)
        for i in valency.parts(reading, verb, "advmod", "obl", "obl:unmarked", "advcl"):
            for at in range(max(1, i), min(i + 2, len(reading))):  # the tree may hang either on the verb
                before, word = (reading.word(k).lower() for k in (at - 1, at))
                if word in lexicon.time_cues("lapsed") and before in lexicon.time_cues("uncounted"):
                    return reading.pos[at - 2] != "NUM" if at > 1 else True
        return False

    def _story(self, told: Sequence[Facts]) -> _Story:
        """What the tellings that name a day tell of it, before anything has been read."""
        story = _Story()
        spoke = [(id, k) for id, every in self._spoken.items() for words in every for k in self._named.within(words)]
        spoke = [(id, k) for id, k in spoke if self._named.is_day(k)]
        for facts in told:
            if facts.start and facts.time is not None and not self._named.is_bound(facts.time):
                dates = self._named.dates(facts.time)
                story.words.add((lemma_of(self.reading, facts.telling.trigger), dates))
                if self._named.is_named(facts.time):
                    story.kinds.setdefault(facts.telling.type, {}).setdefault(dates, facts.time)
                story.people.setdefault(dates, set()).update(facts.actors | facts.recipients)
                if facts.is_spoken(self.reading):
                    spoke += [(id, facts.time) for id in facts.actors if id in self._spoken]
        for id, number in spoke:
            story.spoke.setdefault(id, {}).setdefault(self._named.dates(number), number)
        return story

    def _likeliest(self, facts: Facts, story: _Story, told: Sequence[Facts]) -> int | None:
        """The time for which most speaks, None if it is too little; or since when what it goes on from has been so."""
        if (since := self._since(facts, story)) is not None:
            return since
        at_once = self._at_once(facts, story)
        when = tense(self.reading, facts.telling.trigger)
        around = (k for k in self._around(facts, story, at_once) if self._others.agrees(k, when))
        points = {k: self._points(k, facts, story, at_once) for k in self._fitting(facts, around, story, told)}
        best = max(points, key=lambda k: (points[k], k), default=None)
        need = DATED + UNTOLD * (when != "past") + left_open(self.reading, facts.telling)
        return best if best is not None and points[best] >= need else None

    # --- which may be it ---------------------------------------------------------------------------------------------

    def _around(self, facts: Facts, story: _Story, at_once: int | None) -> set[int]:
        """The times that are looked at for a telling: those near it, of others of its type, of what it goes on from,
        and of what else its speaker said."""
        alike = story.kinds.get(facts.telling.type, {})
        around = {*self._near(facts.telling), *list(alike.values())[-BEFORE:]}
        if story.last is not None and story.last.time is not None and self._goes_on(story.last, facts):
            around.add(story.last.time)
        return around | {k for k in (at_once, self._spoken_on(facts, story)) if k is not None}

    def _near(self, telling: Telling) -> list[int]:
        """The numbers of the times around a telling that tell a day: in its sentence, in the one before it, and those
        that the model thinks of."""
        sentence, starts = self.reading.sentence, self._named.starts
        its = sentence[telling.trigger]
        first = bisect_left(starts, its - 1, key=sentence.__getitem__)
        end = bisect_right(starts, its, key=sentence.__getitem__)
        linked = (k for words in telling.parts["time"] for k in self._named.within(words))
        return [k for k in (*range(first, end), *linked) if self._named.is_day(k) and not self._named.is_written(k)]

    def _fitting(self, facts: Facts, around: Iterable[int], story: _Story, told: Sequence[Facts]) -> list[int]:
        """Those of the times around a telling that the words around them let be its own."""
        others, word = self._others, lemma_of(self.reading, facts.telling.trigger)
        fitting = [k for k in around if others.may_be_shared(k, facts.telling)]
        fitting = [
            k for k in fitting if others.is_as_far(k, facts.telling) or (word, self._named.dates(k)) in story.words
        ]
        charged = charge(self.reading, facts.telling.trigger) if fitting else None
        if charged is None:
            return fitting
        return [k for k in fitting if others.may_be_of_crime(k, facts.telling, charged, told)]

    # --- what speaks for it ------------------------------------------------------------------------------------------

    def _points(self, number: int, facts: Facts, story: _Story, at_once: int | None) -> float:
        """What speaks for a time. at_once: that of what the telling goes on with at once."""
        dates, type_ = self._named.dates(number), facts.telling.type
        again = facts.telling.happening.again * ((type_, dates) in story.earlier)
        shared = not story.people.get(dates, set()).isdisjoint(facts.actors | facts.recipients)
        alike = dates in story.kinds.get(type_, {})
        points = self._by_its_words(number, facts, story.last)
        points += ALIKE * alike + AGAIN * again + TOGETHER * shared + GOES_ON * (number == at_once)
        points += SPOKE * (number == self._spoken_on(facts, story))
        return points - BEFORE_THAT * self._others.is_before(number, facts)

    def _by_its_words(self, number: int, facts: Facts, last: Facts | None) -> float:
        """What speaks for a time but what else happened then. last: the telling before it that names a day."""
        reading, named = self.reading, self._named
        trigger, first = facts.telling.trigger, named.starts[number]
        away = reading.sentence[trigger] - reading.sentence[first]
        start, end = named.dates(number)
        points = LINKED * facts.telling.fills("time", named.words[number]) + DAY * (start == end)
        points += BY * (away == 0) + BEFORE_IT * (away == 1)
        if last is not None and last.time is not None and named.dates(last.time) == named.dates(number):
            points += STORY * (away > 1 and self._goes_on(last, facts))
            points += GOES_ON * (reading.paragraph[last.telling.trigger] == reading.paragraph[trigger])
        return points

    # --- what a story goes on from -----------------------------------------------------------------------------------

    def _goes_on(self, last: Facts, facts: Facts) -> bool:
        """Whether a paragraph goes on in the past from what it told of a day, a few sentences on."""
        reading, one, other = self.reading, last.telling.trigger, facts.telling.trigger
        if last.time is None or not self._named.is_named(last.time) or last.start != last.last:
            return False
        away = reading.sentence[other] - reading.sentence[one]
        past = tense(reading, other) == "past" and not is_perfect(reading, other)
        same = reading.paragraph[one] == reading.paragraph[other]
        return past and self._named.is_day(last.time) and same and away < ON

    def _at_once(self, facts: Facts, story: _Story) -> int | None:
        """The time of what the next sentence goes on with, somebody of whom was told what is known to have been on some
        day: "The court {charged} her. It {extended} her remand"."""
        reading, given, other = self.reading, story.given, facts.telling.trigger
        if given is None or (given.actors | given.recipients).isdisjoint(facts.actors | facts.recipients):
            return None
        if reading.sentence[other] - reading.sentence[given.telling.trigger] != 1 or not self._goes_on(given, facts):
            return None
        subject = valency.subject(reading, other)
        return given.time if subject is not None and reading.pos[subject] == "PRON" else None

    def _since(self, facts: Facts, story: _Story) -> int | None:
        """The time since which somebody has done what a sentence tells, where the next one says what more he did: "have
        hit ships {since May}. {They} sank two"."""
        reading, last, other = self.reading, story.last, facts.telling.trigger
        if last is None or last.time is None or not self._named.is_bound(last.time) or last.start == last.last:
            return None
        one = last.telling.trigger
        if reading.sentence[other] - reading.sentence[one] != 1 or last.actors.isdisjoint(facts.actors):
            return None
        above = (other, *reading.upward(other, VERBS))
        verb = next((i for i in above if valency.subject(reading, i) is not None), other)
        subject = valency.subject(reading, verb)
        they = subject is not None and reading.pos[subject] == "PRON"
        past = tense(reading, verb) == "past" and not is_perfect(reading, verb)
        same = reading.paragraph[one] == reading.paragraph[other]
        return last.time if they and past and same and facts.telling.type not in UTTERED else None

    def _spoken_on(self, facts: Facts, story: _Story) -> int | None:
        """The time of the one day on which those are told to have spoken who say something: "{accused} the army", of
        whoever said on Monday that he would step down."""
        if not facts.is_spoken_now(self.reading):
            return None
        days = [story.spoke.get(id, {}) for id in sorted(facts.actors)]
        every = {dates: number for known in days for dates, number in known.items()}
        if len(every) != 1 or not all(days):
            return None
        (start, end), number = next(iter(every.items()))
        lately = between(start, self._named.today or start) <= NEWS
        return number if start == end and lately and self._named.is_named(number) else None


def left_open(reading: Reading, telling: Telling) -> float:
    """What more must speak for a place or a time if a telling is in the perfect, which sets it nowhere: "{has
    threatened} to resign"."""
    return (PERFECT + VOICED * (telling.type in UTTERED)) * is_perfect(reading, telling.trigger)
