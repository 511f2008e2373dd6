"""When: the time expressions of a report with their TIMEX3 values, and the days they mean.

The model finds the expressions, the grammar (account/time_phrases.py) reads them, and here they are placed: by the date
of publication, by the dates told before, and by the tense of the verb they stand with. What none of these tells stays
open: without a date of publication "Friday" is "XXXX-WXX-5", some Friday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sayso import lexicon
from sayso.account.grammar import dates, valency
from sayso.account.grammar.dates import Stretch, holding, shifted, stretch, unit_of
from sayso.account.grammar.tenses import Tense, tense
from sayso.account.when.time_phrases import LONGEST, Phrase, Type, phrases
from sayso.account.when.time_symbols import symbol
from sayso.model import Time, TimeExpression
from sayso.reader.reading import Reading, TimeWords, Words

# The beginnings of the symbols that make a stretch of words worth looking at: the others occur in any noun phrase.
CORE = (
    "#1", "#2", "N_19", "N_20", "CLOCK", "CURRENT", "DATE", "DAY", "DECADE", "EARLIER", "EVERY", "FUTURE", "HOLIDAY",
    "LATER", "MAYBE", "MONTH", "ONCE", "PART", "PAST", "PERIOD", "RECENT", "REF", "REL", "SEASON", "SET", "THEN",
    "TIME", "TONIGHT", "TERM", "UNIT",
)  # fmt: skip
QUARTER_LASTS = 120  # words over which "a year earlier" still means the quarter spoken of
ANCHOR_LASTS = 250  # words over which a time of day still belongs to the day told last
YEAR = re.compile(r"(?:19|20)\d\d")
BEFORE_YEAR = 3  # words from what makes a notice to its year: "Copyright (c) 2018"
FIRST_MONTHS, LAST_MONTHS = ("01", "02", "03"), ("10", "11", "12")
RESULTS = 150  # days within which a quarter that is over is still spoken of as such
LARGER = {"H": "D", "D": "W", "W": "M", "M": "Y", "Y": "E"}  # what some of a unit are less than: "within days"
BOUND = 6  # words from a verb to the day by which it is to be done, at most
NEAREST = 12  # and from the nearest verb to a day
AHEAD = 270  # days within which a date without a year may lie ahead after a future tense
SOON = 60  # days within which a date without a year that follows a past tense may still lie ahead


def times(reading: Reading, published: str | None) -> list[TimeExpression]:
    """The time expressions of a report, in the order of its text."""
    resolver = Resolver(reading, _date(published))
    return [resolver.expression(words, phrase) for words, phrase in found(reading)]


def time_of(expression: TimeExpression) -> Time:
    """A time expression as the time of an event or statement."""
    return Time(start=expression.start, end=expression.end, text=expression.text, span=expression.span)


def _date(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


# --- finding ---------------------------------------------------------------------------------------------------------


def found(reading: Reading) -> Iterator[tuple[Words, Phrase]]:
    """Words and phrase of each expression, in order: those the model sees, in the bounds the grammar gives them, and
    those that are certain by their words. What the model sees and the grammar cannot read is left out if it has no
    word of time in it."""
    seen = _ByWord(reading.times)
    named = _ByWord([TimeWords(name.words, name.kind) for name in reading.names if name.kind != "LOCATION"])
    last = 0
    pending: list[tuple[Words, Phrase]] = []
    for begin, end in _stretches(reading):
        for one in phrases(tuple(reading.word(i) for i in range(begin, end))):
            words, phrase = _apart((begin + one.first, begin + one.end), one.phrase, reading)
            if phrase.value[:3].isdigit() and _age(words, reading):
                continue
            kinds = seen.touching(words)
            if kinds:
                pending.append((words, _as_seen(phrase, kinds, words, reading)))
            elif not named.touching(words) and _certain(phrase, words, reading):
                pending.append((words, phrase))
    grasped = _ByWord([TimeWords(words, "") for words, _ in pending])
    for time in reading.times:
        if not grasped.touching(time.words) and any(_of_time(symbol(reading.word(i))) for i in range(*time.words)):
            kind: Type = time.type if time.type in ("DATE", "TIME", "DURATION", "SET") else "DATE"  # type: ignore[assignment]
            pending.append((time.words, Phrase("unread", kind)))
    for words, phrase in sorted(pending, key=lambda pair: pair[0]):
        if words[0] >= last:
            yield words, phrase
            last = words[1]


def _apart(words: Words, phrase: Phrase, reading: Reading) -> tuple[Words, Phrase]:
    """How far apart two things were, where the words say from what: "{the day} after police searched his office"."""
    (begin, end), last = words, reading.word(words[1] - 1).casefold()
    goes_on = end < len(reading) and reading.sentence[end] == reading.sentence[begin] and reading.pos[end] != "PUNCT"
    if phrase.kind != "anchored" or abs(phrase.number) != 1 or last not in lexicon.time_cues("apart") or not goes_on:
        return words, phrase
    return (begin, end - 1), Phrase("duration", "DURATION", f"P1{phrase.unit}", unit=phrase.unit, number=1)


def _core(name: str | None) -> bool:
    return name is not None and name.startswith(CORE)


def _of_time(name: str | None) -> bool:
    return name is not None and name.startswith(("UNIT", "MONTH_", "DAY_", "SEASON", "PART_", "DATE_"))


def _stretches(reading: Reading) -> Iterator[Words]:
    """The stretches of words that all may belong to a time expression, with one at least that is of time."""
    begin, core = 0, False
    n = len(reading)
    for i in range(n + 1):
        name = symbol(reading.word(i)) if i < n else None
        ends = name is None or i - begin >= LONGEST or (i and reading.paragraph[i] != reading.paragraph[i - 1])
        if ends:
            if core:
                yield begin, i
            begin, core = (i + 1 if name is None else i), False
        core = core or _core(name)


class _ByWord:
    """Stretches of words in order, to ask which share a word with another; asked in order."""

    def __init__(self, times: list[TimeWords]) -> None:
        self._kinds: dict[int, str] = {i: time.type for time in times for i in range(*time.words)}

    def touching(self, words: Words) -> set[str]:
        return {self._kinds[i] for i in range(*words) if i in self._kinds}


def _as_seen(phrase: Phrase, kinds: set[str], words: Words, reading: Reading) -> Phrase:
    """The phrase as the model's type turns it: "a year" is how long, or how often ("$2 million a year")."""
    if phrase.kind == "duration" and "SET" in kinds:
        return Phrase("set", "SET", phrase.value)
    if phrase.value == "P1D" and kinds == {"DATE"} and tense(reading, words[1] - 1) == "future":
        return Phrase("reference", value="FUTURE_REF")  # "one day it will …"
    return phrase


def _age(words: Words, reading: Reading) -> bool:
    """ "In her mid-50s"."""
    name = symbol(reading.word(words[1] - 1)) or ""
    before = {reading.word(i).casefold() for i in range(max(0, words[0] - 3), words[1])}
    return name.startswith("DECADE_") and not before.isdisjoint(lexicon.time_cues("aged"))


def _certain(phrase: Phrase, words: Words, reading: Reading) -> bool:
    if phrase.certain == "year":
        before = reading.word(words[0] - 1).casefold() if words[0] else ""
        counts = reading.relation[words[1] - 1] == "nummod" and reading.head[words[1] - 1] >= words[1]
        return before in lexicon.time_cues("years") and not counts
    return phrase.certain == "yes"


def year_of_notice(reading: Reading) -> int | None:
    """The year of the notice of whose a report is, None if there is none, or if the report tells of a later year or of
    none but earlier ones: "Copyright {2018} by the Gao Herald"."""
    noticed, others = set[int](), set[int]()
    for i in range(len(reading)):
        if YEAR.fullmatch(reading.word(i)):
            before = {reading.word(k).casefold() for k in range(max(0, i - BEFORE_YEAR), i)}
            (others if before.isdisjoint(lexicon.time_cues("notice")) else noticed).add(int(reading.word(i)))
    if len(noticed) != 1:
        return None
    year = noticed.pop()
    return year if not others or year - 1 <= max(others) <= year else None


# --- placing ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A date the text has told."""

    value: str
    word: int


class Resolver:
    """Places the expressions of one report, which are given to it in order."""

    def __init__(self, reading: Reading, published: date | None) -> None:
        self._reading = reading
        self._published = published
        self._this_year = published.year if published else year_of_notice(reading)
        self._told: dict[str, Told] = {}  # the last date of each unit
        self._dawned: int | None = None  # the day of the week that has begun where the report tells of

    def expression(self, words: Words, phrase: Phrase) -> TimeExpression:
        """The expression with its value and days."""
        span = self._reading.span(words)
        try:
            kind, value, days = self._place(words, phrase)
        except (ValueError, OverflowError):  # beyond the calendar: "10,000 years ago"
            kind, value, days = phrase.type, None, None
        unit = unit_of(value) if value and kind in ("DATE", "TIME") else None
        if value and unit and not (unit == "Q" and phrase.kind in ("year ago", "anchored", "offset", "year quarter")):
            self._told[unit] = Told(value.partition("T")[0], words[0])
        return TimeExpression(
            span=span, text=self._reading.text[slice(*span)], type=kind, value=value,
            start=days[0].isoformat() if days else None, end=days[1].isoformat() if days else None,
        )  # fmt: skip

    def _place(self, words: Words, phrase: Phrase) -> tuple[Type, str | None, Stretch | None]:
        now = self._published
        if phrase.kind == "unread":
            return phrase.type, None, None
        if phrase.kind in ("set", "reference"):
            return phrase.type, phrase.value, None
        if phrase.kind == "duration":
            return "DURATION", phrase.value, self._lapse(words, phrase)
        if phrase.kind == "span":
            return self._span(phrase)
        if phrase.kind == "first":
            return "DURATION", phrase.value, self._first(words, phrase)
        if phrase.kind == "here" and phrase.unit != "D" and self._word(words[1]) in lexicon.time_cues("ended"):
            return self._ended(words, phrase)
        value = self._value(words, phrase)
        days: Stretch | None
        if value and "/" in value:
            first, last = (stretch(part) for part in value.split("/"))
            days = (first[0], last[1]) if first and last else None
        else:
            days = stretch(value)
        if days and now and self._word(words[0] - 1) == "since" and days[0] <= now:
            days = days[0], now
        return phrase.type, value, days

    def _word(self, i: int) -> str:
        return self._reading.word(i).casefold() if 0 <= i < len(self._reading) else ""

    # --- stretches of time

    def _lapse(self, words: Words, phrase: Phrase) -> Stretch | None:
        """ "The past two years" end with publication, and what will be done "within days" or "in the next few" begins
        with it; how long alone tells no days."""
        now, number = self._published, phrase.number
        within = self._word(words[0] - 1) == "within" and self._tense(words) == "future"
        if now and (within or (number < 1 and phrase.toward == "next")):
            unit, number = (phrase.unit, number) if number > 0 else (LARGER.get(phrase.unit, ""), 1)
            return self._beside(now, unit, number, "next") if unit else None
        if now is None or number < 1 or phrase.toward not in ("last", "next", "previous"):
            return None
        return self._beside(now, phrase.unit, number, phrase.toward)

    def _beside(self, now: date, unit: str, number: int, toward: str) -> Stretch:
        if unit in "HNS":
            unit, number = "D", (number + 23) // 24 if unit == "H" else 0
        if unit == "F":
            unit, number = "W", 2 * number
        if toward == "next":
            return now, shifted(now, unit, number)
        return shifted(now, unit, -number), now

    def _span(self, phrase: Phrase) -> tuple[Type, str | None, Stretch | None]:
        """ "The past year", "the last decade": up to now, though the value is that of the calendar's."""
        now = self._published
        days = self._beside(now, phrase.unit, 1, phrase.toward) if now else None
        if phrase.unit in "DWMQ":
            return "DURATION", f"P1{phrase.unit}", days
        return "DATE", holding(shifted(now, phrase.unit, phrase.number), phrase.unit) if now else None, days

    def _first(self, words: Words, phrase: Phrase) -> Stretch | None:
        """ "The first nine months" of the year that follows, which is an expression of its own."""
        if self._word(words[1]) != "of":
            return None
        after = range(words[1] + 1, min(words[1] + 5, len(self._reading)))
        year = next(iter(phrases(tuple(self._reading.word(i) for i in after))), None)
        days = stretch(self._value((after[0] + year.first, after[0] + year.end), year.phrase)) if year else None
        return (days[0], shifted(days[0], phrase.unit, phrase.number) - timedelta(1)) if days else None

    def _ended(self, words: Words, phrase: Phrase) -> tuple[Type, str | None, Stretch | None]:
        """ "The year ended March 31" is how long; "the quarter ended Sept. 30" is that of the day it ended."""
        if phrase.unit == "Q":
            months = [symbol(self._word(i).capitalize()) or "" for i in range(words[1] + 1, words[1] + 3)]
            month = next((name[6:] for name in months if name.startswith("MONTH_")), None)
            if month and (value := self._by_tense(words, Phrase("month", value=month))) and (days := stretch(value)):
                value = holding(days[0], "Q")
                return "DATE", value, stretch(value)
        return "DURATION", f"P1{phrase.unit}", None

    # --- dates

    def _value(self, words: Words, phrase: Phrase) -> str | None:
        kind, now = phrase.kind, self._published
        if kind == "absolute":
            return phrase.value
        if kind == "clock":
            return self._clock(words, phrase)
        if kind == "then":
            told = max(self._told.values(), key=lambda told: told.word, default=None)
            return told.value if told else "PAST_REF"
        if kind in ("month", "month day", "season", "quarter", "half", "holiday"):
            return self._of_year(words, phrase)
        if kind == "weekday":
            return self._weekday(words, phrase)
        if kind == "weekend":
            return self._weekend(words, phrase)
        if kind == "year ago":
            return self._quarter_before(words) or (f"{now.year - 1:04}" if now else None)
        if kind == "year quarter":
            told = self._told.get("Q")
            return phrase.year + told.value[4:] if told and "Q" in told.value else phrase.year
        if kind == "latest":
            told = self._told.get("Q")
            if phrase.unit == "Q" and told and words[0] - told.word < QUARTER_LASTS and self._over(told.value):
                return told.value
            return holding(shifted(now, phrase.unit, -1), phrase.unit) if now else None
        if kind == "here":
            if phrase.unit == "D":
                return self._anchored("D", 0, words)
            if phrase.unit == "Q":
                return self._value(words, Phrase("latest", unit="Q"))
            return holding(now, phrase.unit) if now else None
        if kind == "anchored":
            return self._anchored(phrase.unit, phrase.number, words)
        return self._offset(phrase, words)

    def _over(self, value: str) -> bool:
        days = stretch(value)
        return bool(days and (self._published is None or days[1] <= self._published))

    def _offset(self, phrase: Phrase, words: Words) -> str | None:
        """So many units from publication: "yesterday", "last month", "two years ago"."""
        now, unit, number = self._published, phrase.unit, phrase.number
        if unit in "HNS":
            return "PAST_REF" if number < 0 else "FUTURE_REF"
        definite = "the" in (self._word(words[0]), self._word(words[0] - 1))
        if number == 1 and definite and self._tense(words) == "past":
            return self._anchored(unit, number, words)  # "was jailed in 2015 and pardoned the next year"
        ago = unit == "Y" and number == -1 and self._word(words[1] - 1) == "ago"
        if ago and (value := self._quarter_before(words)):
            return value
        if unit == "WE":
            unit = "W"
        if now is None and unit == "Y" and self._this_year:
            return f"{self._this_year + number:04}"
        return holding(shifted(now, unit, number), unit) if now else None

    def _anchored(self, unit: str, number: int, words: Words) -> str | None:
        """So many units from the date told last that is fine enough: "two days earlier", "that month"."""
        if unit in "HNS":
            return "PAST_REF" if number < 0 else "FUTURE_REF"
        if unit == "Y" and number == -1 and (value := self._quarter_before(words)):
            return value
        if unit == "Q" and (told := self._told.get("Q")):
            days = stretch(told.value)
        else:
            fine = [told for other, told in self._told.items() if dates.UNITS.index(other) <= dates.UNITS.index(unit)]
            told = max(fine, key=lambda told: told.word, default=None)
            days = stretch(told.value) if told else None
        day = days[0] if days else self._published
        return holding(shifted(day, unit, number), unit) if day else None

    def _quarter_before(self, words: Words) -> str | None:
        """The quarter of a year before the one spoken of: so reports of business mean "a year earlier"."""
        told = self._told.get("Q")
        if told is None or "-Q" not in told.value or words[0] - told.word > QUARTER_LASTS:
            return None
        now = self._published
        if now and told.value[:4] == f"{now.year - 1:04}" and now.month > 3:
            return told.value  # it was told by the words before: "last year's third quarter, a year ago"
        return f"{int(told.value[:4]) - 1:04}{told.value[4:]}"

    def _year(self, year: str) -> str | None:
        """A year as the words give it: "1990", "last", "this", "previous"."""
        if year.isdigit():
            return year
        if year in ("previous", "following", "that"):
            return self._anchored("Y", {"previous": -1, "following": 1}.get(year, 0), (0, 1))
        if self._this_year is None:
            return None
        return f"{self._this_year + {'last': -1, 'earlier': -1, 'next': 1}.get(year, 0):04}"

    def _of_year(self, words: Words, phrase: Phrase) -> str | None:
        """A month, a day of a month, a season, a quarter: with its year, or that which the words and the tense tell."""
        if phrase.year:
            year = self._year(phrase.year)
            return self._in(year, phrase) if year else self._open(phrase)
        if phrase.value == "09-11" and self._word(words[1]).startswith("attack"):
            return "2001-09-11"
        return self._by_tense(words, phrase) or self._open(phrase)

    def _in(self, year: str | int, phrase: Phrase) -> str:
        if phrase.kind == "holiday":
            return dates.holiday(phrase.value, int(year)).isoformat()
        return "/".join(f"{int(year):04}-{part}" for part in phrase.value.split("/"))

    def _open(self, phrase: Phrase) -> str | None:
        if phrase.kind == "holiday":
            return f"XXXX-{phrase.value}" if phrase.value[:1].isdigit() else None
        return "/".join(f"XXXX-{part}" for part in phrase.value.split("/"))

    def _by_tense(self, words: Words, phrase: Phrase) -> str | None:
        now = self._published
        if phrase.toward == "following":
            told = max(self._told.values(), key=lambda told: told.word, default=None)
            days = stretch(told.value) if told else None
            now = days[1] if days else now  # "in June 2010 … the following January"
        if now is None:
            return self._month_of_this_year(words, phrase)
        near: list[tuple[Stretch, str]] = []
        for year in range(max(1, now.year - 2), min(9999, now.year + 2) + 1):
            value = self._in(year, phrase)
            first, last = stretch(value.split("/")[0]), stretch(value.split("/")[-1])
            if first and last:  # 29 February is not in every year
                near.append(((first[0], last[1]), value))
        if not near:
            return None
        if phrase.toward in ("last", "previous"):
            before = [value for days, value in near if days[1] < now and not days[0] <= now <= days[1]]
            return before[-1] if before else None
        if phrase.toward in ("next", "following"):
            return next((value for days, value in near if days[0] > now), None)
        if phrase.toward == "this" and phrase.value != "WI":
            return self._in(now.year, phrase)
        when = self._when(words)
        ahead = 0
        if phrase.kind in ("month day", "holiday"):
            ahead = 0 if self._is_over(words) else {"past": SOON, "future": AHEAD}.get(when or "", 180)
        elif phrase.kind == "quarter":
            # The results of a quarter are told in the next: one just over is not meant as to come.
            if when == "future" and not any(now - timedelta(RESULTS) <= days[1] <= now for days, _ in near):
                return next((value for days, value in near if days[1] >= now), None)
        elif when == "future":
            return next((value for days, value in near if days[1] >= now), None)
        elif when == "present":
            ahead = 60
        latest = [value for days, value in near if days[0] <= now + timedelta(ahead)]
        return latest[-1] if latest else None

    def _month_of_this_year(self, words: Words, phrase: Phrase) -> str | None:
        """A month told in the past, in a report of which only the year is known: its first months are nearly always of
        that year then, its last ones of the year before."""
        year, month = self._this_year, phrase.value[:2]
        if year is None or phrase.kind not in ("month", "month day") or phrase.toward or self._when(words) != "past":
            return None
        if month in FIRST_MONTHS:
            return self._in(year, phrase)
        return self._in(year - 1, phrase) if month in LAST_MONTHS else None

    def _when(self, words: Words) -> Tense | None:
        """Whether the words before an expression or its verb put it in the past or the future."""
        before = self._word(words[0] - 1)
        if before in lexicon.time_cues("up_to"):
            return "future"
        if before == "since" or self._is_over(words):
            return "past"
        when = self._tense(words)
        return "past" if when in ("present", None) and self._is_told_as_past(words) else when

    def _top(self, words: Words) -> int:
        inside = range(*words)
        return next((i for i in inside if self._reading.head[i] not in inside), words[1] - 1)

    def _tense(self, words: Words) -> Tense | None:
        return tense(self._reading, self._top(words))

    def _is_told_as_past(self, words: Words) -> bool:
        """Whether the verb that stands nearest is of the past, whatever the tree hangs a day on: "he plays there and
        {bought} his ticket on Thursday", "after the mayor on Friday {said} no"; or only tells what came after that day:
        "the test {follows} a warning on Monday"."""
        reading, (first, end) = self._reading, words
        if end < len(reading) and reading.pos[end] == "VERB" and reading.relation[end] not in ("acl", "amod"):
            return tense(reading, end) == "past"
        near = range(first - 1, max(-1, first - NEAREST), -1)
        here = (i for i in near if reading.sentence[i] == reading.sentence[first])
        verb = next((i for i in here if reading.pos[i] in ("VERB", "AUX")), None)
        if verb is None:
            return False
        between = {self._word(i) for i in range(verb + 1, first)}
        follows = valency.has(reading, verb, "obj") or not between.isdisjoint(lexicon.time_cues("behind"))
        return tense(reading, verb) == "past" or (follows and valency.is_one_of("sequence", reading, verb))

    def _verb_before(self, by: int) -> int | None:
        """The verb right before what is to be done by some day: "ordered the firm to {pay} by Monday"."""
        near = range(by - 1, max(-1, by - BOUND), -1)
        verb = next((i for i in near if self._reading.pos[i] == "VERB"), None)
        return verb if verb is not None and valency.has(self._reading, verb, "mark") else None

    def _is_over(self, words: Words) -> bool:
        """Whether a date calls by its day what is over: "after the {March 15} attack"."""
        reading, top = self._reading, self._top(words)
        noun = reading.head[top]
        before = (reading.word(i).casefold() for i in valency.parts(reading, noun, "case", "mark") if i < top)
        return top < noun and any(word in lexicon.time_cues("behind") for word in before)

    def _of_verb(self, words: Words) -> bool:
        if self._word(words[1]) in ("'s", "’s"):
            return False
        return self._reading.pos[self._reading.head[self._top(words)]] in ("VERB", "AUX")

    def _weekday(self, words: Words, phrase: Phrase) -> str | None:
        now, number = self._published, int(phrase.value)
        if phrase.toward == "that":
            return self._anchored("D", 0, words)
        if now is None:
            return f"XXXX-WXX-{number}"
        if phrase.year:  # "Friday last week"
            weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(phrase.year, 0)
            monday = now - timedelta(now.isoweekday() - 1) + timedelta(7 * weeks)
            return (monday + timedelta(number - 1)).isoformat()
        step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(phrase.toward)
        if step:
            told = self._told.get("D") if phrase.toward in ("previous", "following") else None
            days = stretch(told.value) if told else None
            day = days[0] if days else now
            return dates.weekday(day + timedelta(step), number, step).isoformat()
        when = self._when(words)
        if self._word(words[0] - 1) == "by":
            when = tense(self._reading, self._verb_before(words[0] - 1) or self._top(words))
        if when == "present" and not self._of_verb(words):
            when = "past"  # "the plan follows {Friday}'s talks"
        step = 1 if when in ("future", "present") else -1
        early = any(self._word(i) in lexicon.time_cues("dawning") for i in range(words[0] - 1, words[1]))
        if step < 0 and early and number == now.isoweekday() % 7 + 1:
            self._dawned = number  # "struck early Tuesday", written where it was Monday still
        if step < 0 and number == self._dawned:
            step = 1
        return dates.weekday(now, number, step).isoformat()

    def _weekend(self, words: Words, phrase: Phrase) -> str | None:
        now = self._published
        if now is None:
            return "XXXX-WXX-WE"
        weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(phrase.toward)
        if weeks is None:
            weeks = -1 if now.isoweekday() < 6 and self._when(words) != "future" else 0
        return holding(now + timedelta(7 * weeks), "W") + "-WE"

    def _clock(self, words: Words, phrase: Phrase) -> str | None:
        """A time of day: of the day its words name, or of the day told last, or of publication."""
        if phrase.date:
            day = self._value(words, phrase.date)
        else:
            told = self._told.get("D")
            day = told.value if told and words[0] - told.word < ANCHOR_LASTS else None
            if day is None and self._published:
                day = self._published.isoformat()
        return f"{day or 'XXXX-XX-XX'}{phrase.clock}"
