"""What does each time of a report tell by its own words: a day, an end of something, a length, how far apart?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso import lexicon
from sayso.account.grammar.dates import between
from sayso.account.grammar.text import Text
from sayso.account.grammar.word_spans import WordSpans
from sayso.model import TimeExpression

WITHIN = 8  # words from "before" to the day of what was then
ABOVE = 12  # steps up the tree from a word to the phrase it stands in

Dates = tuple[str | None, str | None]  # the first day and the last


class NamedTimes(WordSpans):
    """The times of a report, by the words that name them; behind them those that are worked out from others."""

    def __init__(self, text: Text, times: Sequence[TimeExpression], published: str | None = None) -> None:
        """published: the day on which the report was."""
        super().__init__(text.reading, [time.span for time in times])
        self.times = list(times)
        self.today = (published or "")[:10]
        self._text = text

    def add(self, time: TimeExpression) -> int:
        """The number of a time that no words of the report name."""
        self.times.append(time)
        return len(self.times) - 1

    def is_named(self, number: int) -> bool:
        """Whether words of the report name a time."""
        return number < len(self.starts)

    def dates(self, number: int) -> Dates:
        """The first day of a time, and its last."""
        return self.times[number].start, self.times[number].end

    def is_day(self, number: int) -> bool:
        """Whether a time tells a day on which something was, and not one since or until which it was."""
        time = self.times[number]
        return time.start is not None and time.type in ("DATE", "TIME") and not self.is_bound(number)

    def is_written(self, number: int) -> bool:
        """Whether a time tells when a report was written: "LAGOS, {May 3} (AP) -"."""
        return self._text.is_dateline(self.times[number].span)

    def is_bound(self, number: int) -> bool:
        """Whether a time only begins or ends what is told: "since 2009"."""
        first = self.starts[number] if self.is_named(number) else 0
        return first > 0 and self.reading.word(first - 1).lower() in lexicon.time_cues("bound")

    def is_length(self, number: int) -> bool:
        """Whether a time tells how long something took."""
        return self.times[number].type == "DURATION" and not self.apart(number)

    def is_of_late(self, number: int) -> bool:
        """Whether a time tells that something was over weeks or more, and not when in them: "in {recent months}"."""
        time = self.times[number]
        long = (time.value or "").startswith(("PXW", "PXM", "PXY"))
        words = {self.reading.word(i).lower() for i in range(*self.words[number])} if self.is_named(number) else set()
        return time.start is None and long and not words.isdisjoint(lexicon.time_cues("of_late"))

    def apart(self, number: int) -> int:
        """Where a time tells how far two events are apart: -1 before "before", 1 before "after"; else 0."""
        end = self.words[number][1]
        word = self.reading.word(end).lower() if end < len(self.reading) else ""
        if self.times[number].type != "DURATION" or word not in lexicon.time_cues("apart"):
            return 0
        return -1 if word in lexicon.time_cues("ahead") else 1

    def base(self, number: int) -> int | None:
        """The day from which a time tells how far something was: "a day before {Tuesday}'s vote"."""
        end, day = self.words[number][1], number + 1
        if not self.apart(number) or day >= len(self.words) or not self.is_day(day):
            return None
        first, sentence = self.starts[day], self.reading.sentence
        near = first - end <= WITHIN and sentence[first] == sentence[end]
        return day if near and all(self.reading.word(i) != "," for i in range(end, first)) else None

    def counted_from(self, day: int) -> int | None:
        """The time that tells how far something was from a day: "{a day} before Tuesday's vote"."""
        return day - 1 if day and self.is_named(day) and self.base(day - 1) == day else None

    def of_sentence(self, word: int) -> range:
        """The times that stand in the sentence of a word."""
        sentence = self.reading.sentence
        first = bisect_left(self.starts, sentence[word], key=sentence.__getitem__)
        return range(first, bisect_right(self.starts, sentence[word], key=sentence.__getitem__))

    def is_about(self, number: int, word: int) -> bool:
        """Whether a word stands in what a time tells something to be far from: "a day before the {vote}"."""
        return self.reading.head[self.words[number][1]] in self.reading.upward(word, ABOVE)

    def begins(self, number: int) -> bool:
        """Whether a time begins what the next ends: "between {2015} and 2020"."""
        if not 0 <= number < len(self.words) - 1:
            return False
        (first, end), (following, _) = self.words[number : number + 2]
        if first == 0 or following != end + 1:
            return False
        before, behind = (self.reading.word(i).lower() for i in (first - 1, end))
        spans = before in lexicon.time_cues("opening") and behind in lexicon.time_cues("closing")
        start, last = self.times[number].start, self.times[number + 1].end
        return bool(spans and start and last and start <= last)

    def is_listed(self, number: int) -> bool:
        """Whether a time is one of several on which something was: "robbed on {May 2}, May 9 and May 14"."""
        for one, other in ((number - 1, number), (number, number + 1)):
            if one >= 0 and other < len(self.words) and self.times[one].start and self.times[other].start:
                apart = range(self.words[one][1], self.words[other][0])
                link = {self.reading.word(i).lower() for i in apart}
                if link and link <= lexicon.function_words("listing"):
                    return True
        return False

    def whole_day(self, number: int) -> int:
        """The day of which a time tells a part: "the early hours of {Sunday}"."""
        (_, end), following = self.words[number], number + 1
        part = self.times[number].start is None and following < len(self.starts)
        of = part and self.starts[following] == end + 1 and self.reading.word(end).lower() == "of"
        return following if of else number


def length(time: TimeExpression) -> int:
    """The days that a time spans."""
    return between(time.start, time.end)


def finest(numbers: Sequence[int], times: Sequence[TimeExpression]) -> int | None:
    """Of the times that tellings of one event give, the first that tells a day, or a shorter one within it: "in March",
    and further down "on March 26"."""
    dated = [(start, times[k].end or start, k) for k in numbers if (start := times[k].start)]
    if not dated:
        return numbers[0] if numbers else None
    first, last, _ = dated[0]
    within = [(start, end, k) for start, end, k in dated if first <= start and end <= last]
    return max(within, key=lambda one: (one[0] == one[1], -numbers.index(one[2])))[2]
