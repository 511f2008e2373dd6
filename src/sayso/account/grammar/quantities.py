"""How many: the figures a text gives, as numbers.

"at least 12", "20 to 30", "some two dozen", "a missile": each is a value, or a range, of a unit, exact or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.model import Quantity
from sayso.reader.reading import Reading, Words

_DIGITS = re.compile(
    r"(?:[A-Z]{0,3}[$€£¥₹][A-Z]{0,3})?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[-–](\d{1,3}(?:,\d{3})+|\d+))?([kmb]n?)?\+?",
    re.I,
)
_MONEY = re.compile(r"[A-Z]{0,3}[$€£¥₹][A-Z]{0,3}(?=\s?$)")  # "$", "US$", "$US"
_RANGES = {"to", "or", "-", "–", "and"}  # "20 to 30", "two or three", "between 20 and 30"
REACH = 4  # words before a number that may make it approximate
HYPHENS = ("-", "‑")
ONE = lexicon.function_words("indefinite-article")
CURRENCY = "$€£¥₹"
LONG = 12  # words of a number, at most
TORN = 4  # words into which one sum of money may be torn
UNIT = 4  # words of a unit, at most
MODIFIERS = ("amod", "compound", "nmod:poss", "nmod")  # relations of words before the head of a unit
LARGEST = 1e15  # beyond it digits count nothing a report tells of


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text."""

    words: Words
    value: float
    max: float | None = None
    approximate: bool = False


def _is_counted_off(reading: Reading, at: int) -> bool:
    """Whether something is one of a number told before, and not counted itself: "{a} second crowd"."""
    return at + 1 < len(reading) and _lower(reading, at + 1) in lexicon.function_words("counted-off")


def _is_of_many(reading: Reading, article: int) -> bool:
    """Whether an article stands before what is said of many, and not of one: "{a} dozen nurses", "{a} large number of
    rifles"."""
    behind, noun = _lower(reading, min(article + 1, len(reading) - 1)), reading.head[article]
    known = lexicon.number_word(behind)
    if known is not None and (known.kind != "number" or behind in lexicon.function_words("dozens")):
        return True
    of = noun + 1 < len(reading) and _lower(reading, noun + 1) == "of"
    return article < noun and of and _lower(reading, noun) in lexicon.function_words("uncounted")


def number(reading: Reading, at: int) -> Number | None:
    """The number of which word `at` is a part, None if it is part of none."""
    if _is_of_a_name(reading, at):
        return None
    first, last = _torn(reading, at)
    if last == first + 1 and not _goes_on(reading, at):
        if _lower(reading, at) not in ONE or _is_counted_off(reading, at) or _is_of_many(reading, at):
            return None
        return Number((at, at + 1), 1.0)  # "fired a missile"
    while first > 0 and _goes_on(reading, first - 1) and not _is_a_year(reading, first - 1):
        first -= 1
    first, end = _torn(reading, first)
    last = max(last, end)
    while last < len(reading) and _goes_on(reading, last) and last - first < LONG:
        if _is_a_year(reading, last - 1):
            break
        last += 1
    words = [reading.string((first, end)).lower(), *(_lower(reading, i) for i in range(end, last))]
    while words and words[-1] in ("and", "a"):
        words.pop()
        last -= 1
    if not (read := _value(words)):
        return None
    value, top, vague = read
    span, about = (first, last), vague
    if top is None and (more := _range(reading, span)):
        span, value, top = more
    return Number(span, value, top, about or any(_hedges(reading, span)))


def _is_of_a_name(reading: Reading, word: int) -> bool:
    """Whether a number is part of a name: "an S-{300} missile"."""
    if word < 2 or reading.word(word - 1) not in HYPHENS or not reading.word(word - 2)[-1].isupper():
        return False
    return all(reading.ends[i - 1] == reading.starts[i] for i in (word - 1, word))


def _is_a_year(reading: Reading, word: int) -> bool:
    """Whether a year stands before a number in words: "in {2020} four guards were jailed"."""
    known = lexicon.number_word(_lower(reading, word + 1)) if word + 1 < len(reading) else None
    year = re.fullmatch(r"[12]\d{3}", reading.word(word)) is not None
    return year and known is not None and known.kind not in ("scale",)


def _torn(reading: Reading, first: int) -> Words:
    """The words into which a sum of money is torn of which one is `first` ("$US1.{7}", "$A{30},000"); else it alone."""
    begin, end = first, first + 1
    while begin and first - begin < TORN and reading.ends[begin - 1] == reading.starts[begin]:
        begin -= 1
    if reading.word(begin)[-1] not in CURRENCY:
        return first, first + 1
    while end < len(reading) and end - first < TORN and reading.ends[end - 1] == reading.starts[end]:
        end += 1
    whole = next((k for k in range(end, first, -1) if _DIGITS.fullmatch(reading.string((begin, k)))), None)
    return (begin, whole) if whole else (first, first + 1)


def is_hedged(reading: Reading, counted: Number, way: str) -> bool:
    """Whether a number may be exceeded ("over": "at least 12") or not be reached ("under": "up to 12")."""
    return way in _hedges(reading, counted.words)


def _hedges(reading: Reading, words: Words) -> list[str]:
    """How the words just before a number loosen it: "over six teachers", but not "over the murder of six teachers" or
    "handed over six"."""
    before: list[str] = []
    for i in range(max(0, words[0] - REACH), words[0]):
        parted = reading.pos[i] in ("NOUN", "PROPN", "VERB") and not lexicon.hedge(reading.word(i))
        parted = parted or (i > 0 and _lower(reading, i) == "over" and valency.is_one_of("giving-over", reading, i - 1))
        before = [] if parted else [*before, reading.word(i)]
    return lexicon.hedges(before)


def _goes_on(reading: Reading, i: int) -> bool:
    word = reading.word(i).lower()
    if _DIGITS.fullmatch(word) or lexicon.number_word(word):
        return True
    if word == "of" and 0 < i < len(reading) - 1:  # "tens of thousands"
        return all((known := lexicon.number_word(_lower(reading, k))) and known.kind == "vague" for k in (i - 1, i + 1))
    if word == "-" and 0 < i < len(reading) - 1:  # "twenty-five", cut in three
        return all(lexicon.number_word(_lower(reading, k)) is not None for k in (i - 1, i + 1))
    parts = word.split("-")
    return len(parts) > 1 and all(lexicon.number_word(part) for part in parts)


def _value(words: Sequence[str]) -> tuple[float, float | None, bool] | None:
    """Value, upper end of a range, and whether it is vague. "two hundred and five", "1.5 million", "12-15"."""
    total, current, top, seen, vague = 0.0, 0.0, None, False, False
    parts = [part for word in words for part in ([word] if _DIGITS.fullmatch(word) else word.split("-"))]
    for word in parts:
        if match := _DIGITS.fullmatch(word):
            whole, fraction, upper, suffix = match.groups()
            if len(whole) > 16:
                return None
            scale = lexicon.number_word(suffix.lower()) if suffix else None
            times = scale.value if scale else 1
            current = _times(float(whole.replace(",", "") + (fraction or "")), times)
            top = float(upper.replace(",", "")) * times if upper and len(upper) < 16 else None
            seen = True
        elif found := lexicon.number_word(word):
            if found.kind == "scale" or (word in lexicon.function_words("dozens") and seen):
                current = _times(current if seen else 1, found.value)
                top = top * found.value if top is not None else None
                if found.value >= 1000:
                    total, current = total + current, 0.0
            elif found.kind in ("vague", "some"):
                # "Hundreds" are 200, but "tens of thousands" tens of 1,000.
                current, vague = current * found.value / 2 if seen and current else found.value, True
            else:
                current += found.value
            seen = True
        if total + current > LARGEST:
            return None
    if not seen or all((known := lexicon.number_word(word)) and known.kind == "some" for word in parts):
        return None  # "several" is no figure
    value = total + current
    return value, top if top is not None and top > value else None, vague


def _times(value: float, scale: float) -> float:
    """So many times a scale, as decimals have it: 2.3 million are 2,300,000, and not a trifle less."""
    return float(Decimal(repr(value)) * Decimal(repr(scale)))


def _range(reading: Reading, span: Words) -> tuple[Words, float, float] | None:
    """ "20 to 30" from either of its ends."""
    a, b = span
    for joint in (b, a - 1):
        if not 0 < joint < len(reading) - 1 or _lower(reading, joint) not in _RANGES:
            continue
        if _lower(reading, joint) == "and" and "between" not in [_lower(reading, i) for i in range(max(0, a - 4), a)]:
            continue
        other = _plain(reading, joint + 1, 1) if joint == b else _plain(reading, joint - 1, -1)
        mine = _plain(reading, a, 1)
        if other and mine:
            ends = sorted((mine, other), key=lambda end: end[0])
            if ends[0][2] < ends[1][2]:
                return (ends[0][0], ends[1][1]), ends[0][2], ends[1][2]
    return None


def _lower(reading: Reading, i: int) -> str:
    return reading.word(i).lower()


def _plain(reading: Reading, at: int, step: int) -> tuple[int, int, float] | None:
    """The number that begins (or, backwards, ends) at a word: first word, word after the last, value."""
    end = at
    while 0 <= end < len(reading) and abs(end - at) < 8 and _goes_on(reading, end):
        end += step
    if end == at:
        return None
    a, b = (at, end) if step > 0 else (end + 1, at + 1)
    read = _value([_lower(reading, i) for i in range(a, b)])
    return (a, b, read[0]) if read else None


def unit_of(reading: Reading, counted: Number) -> str:
    """What a number counts: the currency before it, the noun it stands before with its own modifiers, else nothing."""
    if money := _MONEY.search(reading.text, max(0, reading.starts[counted.words[0]] - 4), _digit(reading, counted)):
        return money[0]
    if (whole := antecedent(reading, counted.words[0])) is not None:
        return _lower(reading, whole)
    last = counted.words[1] - 1
    noun = next(
        (reading.head[i] for i in range(*counted.words) if not counted.words[0] <= reading.head[i] < counted.words[1]),
        last,
    )
    follows = last + 1 < len(reading) and lexicon.nationality(reading.word(last + 1))
    torn = follows and noun < last  # from its noun by the tree: "{four} Chinese banks"
    if (reading.relation[last] == "nummod" or reading.pos[noun] in ("NOUN", "PROPN")) and not torn:
        if noun < last and not (noun + 2 >= counted.words[0]):
            return ""
        members = [
            i
            for i in range(max(last + 1, noun - UNIT), noun)
            if reading.head[i] == noun and reading.relation[i] in ("amod", "compound") and i > last
            and not any(reading.word(k) in HYPHENS for k in (i - 1, i + 1))  # "a 19-year-{old} man" is one man
        ]  # fmt: skip
        return " ".join(reading.word(i) for i in [*members, noun]) if noun > last else ""
    if last + 2 < len(reading) and _lower(reading, last + 1) == "of":  # "11 of the {children}"
        below = range(last + 2, min(last + 2 + UNIT, len(reading)))
        first = next((i for i in below if reading.pos[i] in ("NOUN", "PRON", "PROPN")), last + 2)
        while reading.head[first] in below and reading.head[first] > first and reading.relation[first] in MODIFIERS:
            first = reading.head[first]  # "hundreds of railway {workers}"
        return _lower(reading, first)
    after = last + 1
    while after < last + UNIT and after < len(reading) and lexicon.nationality(reading.word(after)):
        after += 1  # "four Chinese {banks}"
    return reading.word(after) if after < len(reading) and reading.pos[after] == "NOUN" else ""


def antecedent(reading: Reading, part: int) -> int | None:
    """The noun before a comma or a dash of which a number counts a part: "40 {passengers}, nine of whom"."""
    of, pronoun, noun = part + 1, part + 2, part - 2
    if noun < 0 or pronoun >= len(reading) or reading.pos[part - 1] != "PUNCT" or _lower(reading, of) != "of":
        return None  # "in town, 20 men who fled"
    relative = _lower(reading, pronoun) in lexicon.function_words("relative")
    return noun if relative and reading.pos[noun] in ("NOUN", "PROPN") else None


def undergone(word: str) -> str:
    """A verb as what those are to whom it was done: "killing" and "kill" give "killed"."""
    base = lexicon.lemmas(word)[0]
    return next((one for one in lexicon.counted_words("undergone") if lexicon.lemmas(one)[0] == base), word)


def are_one(unit: str, other: str) -> bool:
    """Whether two units may count the same people, because one tells of them only that they are people or dead: "14
    killed", "14 miners"."""
    words = [lexicon.lemmas(one.split(" ")[-1])[0] if one else "" for one in (unit, other)]
    anybody = lexicon.counted_words("anybody") | lexicon.counted_words("dead")
    people = (word in anybody or lexicon.role(word) or word in lexicon.counted_words("some") for word in words)
    return not anybody.isdisjoint(words) and all(people)


def _digit(reading: Reading, counted: Number) -> int:
    """Where the first digit of a number stands; its first character if it has none."""
    start, end = reading.span(counted.words)
    return next((i for i in range(start, end) if reading.text[i].isdigit()), start)


def quantity(reading: Reading, counted: Number, unit: str) -> Quantity:
    """A figure as the account has it."""
    return Quantity(
        value=counted.value, max=counted.max, unit=unit, approximate=counted.approximate,
        span=reading.span(counted.words),
    )  # fmt: skip
