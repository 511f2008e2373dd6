"""When was what is dated by something else: "three days after the clash", "since he was elected"?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.dates import between, shifted
from sayso.account.happened.events import Facts, lemma_of
from sayso.account.happened.tellings import Telling
from sayso.account.when.asides import Asides, is_perfect
from sayso.account.when.named_times import Dates, NamedTimes
from sayso.model import TimeExpression

NEAR = 8  # words from "on the eve of" to what was to be then
ABOVE = 12  # steps up the tree from a clause to what it is dated by
# The value of a stretch of days, weeks, months or years; or of hours or minutes, which have no unit here.
LENGTH = re.compile(r"P(?:(?P<number>\d+)(?P<unit>[DWMY])|T(?:\d+|X)[HM])")


class ReckonedTimes:
    """The times of a report that are reckoned from others that it names."""

    def __init__(self, named: NamedTimes, asides: Asides) -> None:
        self.reading, self._named, self._asides = named.reading, named, asides

    def count_back(self, told: Sequence[Facts]) -> None:
        """Date what a clause tells from what its sentence tells that was so long after or before: "recalled its envoy
        on Friday, two days after police {arrested} him"; what is pointed back to was on the day it was told on."""
        dated = {facts.telling.trigger: facts for facts in told if facts.start}
        days = self._by_word(told)
        for facts in told:
            clause = self._asides.around(facts.telling.trigger)
            mark = None if clause is None else self._asides.opening(clause)
            if facts.start or clause is None or mark is None:
                continue
            if (known := self._told_elsewhere(facts, days)) is not None:
                facts.set_time(known, self._named.times[known])
                continue
            lapse = next((k for k in self._named.within((mark - 1, mark)) if self._named.apart(k)), None)
            verb = self.reading.head[clause]
            above = [*self.reading.upward(verb, ABOVE), *valency.parts(self.reading, verb, "nsubj", "obj")]
            main = next((dated[i] for i in above if i in dated), None)
            if lapse is not None and (day := main.time if main else self._day_before(lapse)) is not None:
                self._set_off(facts, day, lapse, -self._named.apart(lapse))

    def reach_back(self, told: Sequence[Facts]) -> None:
        """Date what has gone on for so long up to the day of the report: "{has been held} for two years"."""
        named = self._named
        for facts in told:
            lapse = None if facts.start or not named.today else self._so_long(facts.telling.trigger)
            begun = None if lapse is None else reckoned(named.times[lapse], named.today, None, -1)
            if begun is not None:
                since = begun.model_copy(update={"end": named.today})
                facts.set_time(named.add(since), since)

    def set_eves(self, told: Sequence[Facts]) -> None:
        """Date what was to be on the day after what its sentence tells: "arrested two men on Friday, on the eve of
        {talks}"."""
        for facts in told:
            day = self._day_of_eve(facts.telling.trigger)
            start = None if day is None else self._named.times[day].start
            if day is None or start is None or facts.start not in (None, start):
                continue
            lapse = self._named.times[day].model_copy(update={"value": "P1D"})
            if moved := reckoned(lapse, start, None, 1):
                facts.set_time(self._named.add(moved), moved)

    def _day_of_eve(self, trigger: int) -> int | None:
        """The day told before in a sentence, on the eve of which a trigger tells something to be."""
        reading, named = self.reading, self._named
        behind = range(trigger - 2, max(0, trigger - NEAR), -1)
        near = (i for i in behind if not any(reading.pos[k] in ("VERB", "PUNCT") for k in range(i, trigger)))
        eve = next((i for i in near if reading.word(i).lower() in lexicon.time_cues("eve")), None)
        if eve is None or reading.word(eve + 1).lower() != "of":
            return None
        before = (k for k in reversed(named.of_sentence(eve)) if named.words[k][1] <= eve and named.is_day(k))
        return next((k for k in before if named.times[k].start == named.times[k].end), None)

    def _so_long(self, verb: int) -> int | None:
        """The length of time for which a verb tells that something has gone on, and not for how long it is to be so
        ("has been banned for two years")."""
        reading, named = self.reading, self._named
        if not is_perfect(reading, verb) or valency.is_one_of("imposing", reading, verb):
            return None
        phrases = (i for i in valency.parts(reading, verb, "obl") if "for" in valency.forms(reading, i, "case"))
        lengths = (k for i in phrases for k in named.within((i, i + 1)) if named.is_length(k))
        return next((k for k in lengths if not self._is_added(k)), None)

    def _is_added(self, lapse: int) -> bool:
        """Whether a length of time comes to another: "for {another} six months"."""
        first, end = self._named.words[lapse]
        return any(valency.is_word("lengthened", self.reading, i) for i in range(max(0, first - 1), end))

    def _day_before(self, lapse: int) -> int | None:
        """The day that stands in a sentence before what tells how far something was from it: "closed the port on
        {Friday}, two days after arresting him"."""
        named, day = self._named, lapse - 1
        if day < 0 or not named.is_day(day) or self._asides.around(named.starts[day]) is not None:
            return None
        here = self.reading.sentence[named.starts[lapse]]
        return day if self.reading.sentence[named.starts[day]] == here else None

    def count_on(self, told: Sequence[Facts]) -> None:
        """Date what was so long before or after what is told next in its sentence, or else of what is told before:
        "three days after the clash"."""
        days = self._by_word(told)
        for facts in told:
            sign = self._named.apart(facts.time) if facts.time is not None and not facts.start else 0
            if facts.time is None or not sign:
                continue
            day = self._told_next(facts, facts.time, told, days)
            day = self._told_before(facts.time, told) if day is None else day
            if day is not None:
                self._set_off(facts, day, facts.time, sign)

    def _told_next(
        self, facts: Facts, lapse: int, told: Sequence[Facts], days: Mapping[str, Mapping[Dates, int]]
    ) -> int | None:
        """The day of what a sentence tells next behind how long something was from it."""
        end = self._named.words[lapse][1]
        following = bisect_left(told, end, key=lambda one: one.telling.trigger)
        other = told[following] if following < len(told) else facts
        if other is facts or self.reading.sentence[other.telling.trigger] != self.reading.sentence[end - 1]:
            return None
        own = None if other.dated else other.time
        day = self._told_elsewhere(other, days) if own is None else own
        return other.time if day is None else day

    def _told_before(self, lapse: int, told: Sequence[Facts]) -> int | None:
        """The day of the violence that is pointed back to by another word, if all that was told before was on it: "was
        filmed in May beating a guard … three days after {the confrontation}"."""
        reading, named = self.reading, self._named
        noun = reading.head[named.words[lapse][1]]
        known = valency.forms(reading, noun, "det") & lexicon.function_words("definite")
        if not known or not valency.is_word("encounter", reading, noun):
            return None
        before = (one for one in told if one.telling.trigger < noun and one.start and not one.dated)
        violent = [one for one in before if one.telling.type == "ASSAULT"]
        days = {named.dates(one.time): one.time for one in violent if one.time is not None}
        return next(iter(days.values())) if len(days) == 1 else None

    def _by_word(self, told: Sequence[Facts]) -> dict[str, dict[Dates, int]]:
        """The days of the tellings that have one, by their words; of those with the same word that name one, if any
        does."""
        days: dict[str, dict[Dates, int]] = {}
        naming = {lemma_of(self.reading, one.telling.trigger) for one in told if one.start and not one.dated}
        for facts in told:
            word = lemma_of(self.reading, facts.telling.trigger)
            if facts.start and facts.time is not None and not (facts.dated and word in naming):
                days.setdefault(word, {})[facts.start, facts.last] = facts.time
        return days

    def _told_elsewhere(self, facts: Facts, days: Mapping[str, Mapping[Dates, int]]) -> int | None:
        """The day of an act that is pointed back to, where all that is so called was on it: "an hour before {the
        raid}"."""
        reading, (begin, _), trigger = self.reading, facts.telling.words, facts.telling.trigger
        before = reading.word(begin - 1).lower() if begin else ""
        if before not in lexicon.function_words("definite") and before not in ("'s", "’s"):
            return None
        known = days.get(lemma_of(reading, trigger), {})
        return next(iter(known.values())) if len(known) == 1 else None

    def stretch(self, told: Sequence[Facts]) -> None:
        """Date what goes on since a day, or from one to another; what is only compared with what was on a day has
        none."""
        named = self._named
        spans: dict[int, int] = {}  # from the first of two times to what they span
        for facts in told:
            if facts.time is None:
                continue
            if self._is_since(facts.time, facts.telling):
                if self._asides.compares(named.starts[facts.time]):
                    facts.time = facts.start = facts.last = None
                else:
                    whole = named.times[facts.time].model_copy(update={"end": named.today})
                    facts.set_time(named.add(whole), whole)
                continue
            first = next((k for k in (facts.time, facts.time - 1) if named.begins(k)), None)
            if first is not None:
                if first not in spans:
                    end = named.times[first + 1].end
                    spans[first] = named.add(named.times[first].model_copy(update={"end": end}))
                facts.set_time(spans[first], named.times[spans[first]])

    def _is_since(self, number: int, telling: Telling) -> bool:
        """Whether a time tells only since when a telling's event goes on: "has visited ten towns since he was elected
        in {May}"."""
        named = self._named
        start = named.times[number].start
        if not named.is_named(number) or not start or not start <= named.today or named.is_bound(number):
            return False
        first = named.starts[number]
        begun = self._asides.begins(first) and self._asides.around(telling.trigger) is None
        return begun and self.reading.sentence[first] == self.reading.sentence[telling.trigger]

    def _set_off(self, facts: Facts, other: int, number: int, sign: int) -> None:
        """Date what was as long as a time tells before another (-1) or after it (1), if that has a day."""
        if (moved := set_off(self._named, other, number, sign)) is not None:
            facts.set_time(moved, self._named.times[moved])


def set_off(named: NamedTimes, other: int, number: int, sign: int) -> int | None:
    """The time that is as long as a time tells before another (-1) or after it (1); what was hours apart was on one
    day."""
    start, end = named.dates(other)
    moved = reckoned(named.times[number], start, end, sign) if start else None
    return named.add(moved) if moved else None


def reckoned(lapse: TimeExpression, start: str, end: str | None, sign: int) -> TimeExpression | None:
    """The time that is as long as a lapse before some days (-1) or after them (1), None if it tells no length; what
    was some days from what was in a month was in that month, for all that is told."""
    step = LENGTH.fullmatch(lapse.value or "")
    if not step:
        return None
    count, unit = (sign * int(step["number"]), step["unit"]) if step["unit"] else (0, "D")
    if unit == "D" and abs(count) < between(start, end):
        return lapse.model_copy(update={"start": start, "end": end})
    try:
        start, end = (shifted(date.fromisoformat(day), unit, count).isoformat() for day in (start, end or start))
    except (ValueError, OverflowError):
        return None  # beyond the calendar
    return lapse.model_copy(update={"start": start, "end": end})
