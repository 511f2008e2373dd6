"""Which time does a telling itself name for its event?"""

from __future__ import annotations

from sayso.account.grammar import valency
from sayso.account.grammar.text import Text
from sayso.account.happened.tellings import Telling
from sayso.account.when.named_times import NamedTimes, length
from sayso.account.when.other_times import MONTH, YEAR, OtherTimes
from sayso.account.when.reckoned_times import set_off

SURELY = 0.4  # how likely the model must take a time for that of a telling to need no points


class ToldTimes:
    """The times of a report that its tellings name for their events."""

    def __init__(self, text: Text, named: NamedTimes, others: OtherTimes) -> None:
        self._text, self.reading, self._named, self._others = text, text.reading, named, others

    def of(self, telling: Telling) -> int | None:
        """The number of the time that a telling surely names for its event, one that tells a day if there is one."""
        own = self._right_behind(telling)
        if (own := self._right_before(telling) if own is None else own) is not None:
            return own
        named = self._named
        linked = [k for words in telling.parts["time"] for k in named.within(words)]
        told = [k for k in linked if self._surely(k, telling) and self._others.may_be_of(k, telling)]
        # The day in the line above a report is that of nothing it tells.
        told = [named.whole_day(k) for k in told if self._text.is_prose(named.times[k].span)]
        told = [self._reckoned(k, telling.trigger) for k in told]
        first = next((k for k in told if named.times[k].start), told[0] if told else None)
        return self._how_far(telling.trigger) if first is None else first

    def _how_far(self, trigger: int) -> int | None:
        """The time that tells how far something was from something else, as the tree has it, be it of a verb before to
        which this one is joined: "met the envoys {an hour} before the raid and warned them"."""
        reading, named = self.reading, self._named
        if reading.pos[trigger] != "VERB":
            return None
        verbs = (trigger, *valency.joined(reading, trigger))
        for k in named.of_sentence(trigger):
            mark = named.words[k][1]
            if named.apart(k) and reading.head[reading.head[mark]] in verbs and not named.is_about(k, trigger):
                return self._reckoned(k, trigger)
        return None

    def _reckoned(self, number: int, trigger: int) -> int:
        """The day that a time tells by how far it was from another: "{a day} before {Tuesday}'s vote"."""
        named = self._named
        lapse = number if named.apart(number) else named.counted_from(number)
        day = None if lapse is None else named.base(lapse)
        if lapse is None or day is None or named.is_about(lapse, trigger):
            return number
        moved = set_off(named, day, lapse, named.apart(lapse)) if length(named.times[day]) < 1 else None
        return lapse if moved is None else moved

    def _right_behind(self, telling: Telling) -> int | None:
        """The month, the year or more that stands right behind a noun: "a war in the early {1990s}"."""
        reading, named, end = self.reading, self._named, telling.words[1]
        if reading.pos[telling.trigger] != "NOUN" or end >= len(reading):
            return None
        near = named.within((end + 1, end + 3)) if reading.word(end).lower() in ("in", "of", "during") else []
        fits = (k for k in near if named.starts[k] <= end + 2 and named.is_day(k))
        return next((k for k in fits if length(named.times[k]) >= MONTH), None)

    def _right_before(self, telling: Telling) -> int | None:
        """The year by which a noun calls an event: "his {2012} visit"."""
        reading, (begin, end) = self.reading, telling.words
        if reading.pos[telling.trigger] != "NOUN":
            return None
        near = self._named.within((max(0, begin - 2), end))
        own = (k for k in near if self._named.is_day(k) and length(self._named.times[k]) >= YEAR)
        return next((k for k in own if reading.head[self._named.starts[k]] == telling.trigger), None)

    def _surely(self, number: int, telling: Telling) -> bool:
        """Whether the model is sure that a time, or the preposition with it, is that of a telling: "{within} days"."""
        a, b = self._named.words[number]
        before = a > 0 and self.reading.pos[a - 1] == "ADP"
        return telling.fills("time", (a - before, b)) >= SURELY
