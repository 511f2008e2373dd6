"""How many does a text tell an event of: the figures of those killed or seized, of shots fired, of years in jail?"""

from __future__ import annotations

from collections.abc import Container, Sequence

from sayso import lexicon
from sayso.account.grammar import valency
from sayso.account.grammar.clauses import nearby
from sayso.account.grammar.quantities import ONE, Number, are_one, number, quantity, undergone, unit_of
from sayso.account.happened.events import Facts
from sayso.account.happened.footing import Chains
from sayso.account.happened.tellings import Telling
from sayso.model import Quantity
from sayso.reader.reading import Reading

UNIT = 5  # words before a figure among which the verb stands that tells what became of those counted
TERM = 8  # words from a sentence passed to how long it is


def numbers(
    reading: Reading, telling: Telling, voice: Sequence[int], lasting: Container[int], chains: Chains
) -> list[Number]:
    """The figures that the text gives for an event, in its order, all by the voice that tells of it, or in what is said
    by the very word that tells of it ("demanded a ransom of $2 million"). lasting: the words that tell how long."""

    def told(i: int) -> bool:
        around = chains.around(reading.starts[i])
        cue = chains.found[around[-1]].cue if around and around[:-1] == voice else None
        if around[:-1] == voice and _is_of_what_it_is_done_to(reading, i, telling.trigger):
            return True  # "working to seize {$1.7 billion} allegedly taken from the fund"
        return around == voice or (cue is not None and cue[0] <= telling.trigger < cue[1])

    pointed = [i for a, b in telling.parts["figure"] for i in range(a, b) if told(i)]
    pointed = [i for i in pointed if not _is_of_what_was_before(reading, i, telling.trigger)]
    counting = (i for i in range(*nearby(reading, telling.trigger)) if _is_count(reading, i, telling, lasting))
    for words in (pointed, counting):
        numbers = [counted for i in words if (counted := number(reading, i))]
        numbers = [one for one in numbers if not (_is_age(reading, one) or _is_far(reading, one))]
        if found := {one.words: one for one in numbers if not _is_whole(reading, one)}:
            return [found[words] for words in sorted(found)]
    return []


def _is_of_what_it_is_done_to(reading: Reading, figure: int, verb: int) -> bool:
    """Whether a figure counts the object of a verb, or is it, whoever tells more of that."""
    top = figure
    while reading.relation[top] in ("nummod", "compound") and reading.head[top] not in (top, verb):
        top = reading.head[top]
    return reading.head[top] == verb and reading.relation[top] in ("obj", "nsubj:pass", "compound")


def _is_of_what_was_before(reading: Reading, figure: int, trigger: int) -> bool:
    """Whether a figure is that of what something is only measured by: "the worst clashes since a war that killed
    {30,000}"."""
    return any(reading.word(i).lower() == "since" for i in range(trigger, figure))


def _is_whole(reading: Reading, counted: Number) -> bool:
    """Whether a figure counts those of whom another counts a part: "two of {three} were arrested"."""
    a = counted.words[0]
    if a and valency.is_word("definite", reading, a - 1):
        a -= 1  # "two of the three"
    return a > 1 and reading.word(a - 1).lower() == "of" and number(reading, a - 2) is not None


def _is_age(reading: Reading, counted: Number) -> bool:
    """ "A 19-year-old student", "a student aged 19", "Ann Moor, 34, said"."""
    begin = counted.words[0]
    after = [reading.word(i).lower() for i in range(counted.words[1], min(counted.words[1] + 4, len(reading)))]
    before = reading.word(begin - 1).lower() if begin else ""
    apart = before == "," and after[:1] in ([","], ["."]) and begin > 1 and reading.pos[begin - 2] == "PROPN"
    listed = begin
    while listed > 1 and (reading.pos[listed - 1] == "NUM" or reading.word(listed - 1).lower() in (",", "and")):
        listed -= 1  # "aged 19, 22 and 31"
    aged = listed > 0 and reading.word(listed - 1).lower() in lexicon.time_cues("aged")
    return apart or aged or not lexicon.time_cues("age").isdisjoint(after)


def _is_far(reading: Reading, counted: Number) -> bool:
    """Whether a figure tells how far off something was, or how long after something else: "{60} miles off the port",
    "freed {three} years later"."""
    unit, end = counted.words[1], counted.words[1] + 1
    if unit >= len(reading):
        return False
    after = reading.word(end).lower() if end < len(reading) else ""
    lapse = after in lexicon.time_cues("apart") or after in lexicon.time_cues("lapsed")
    return valency.is_one_of("distance", reading, unit) or (lapse and reading.pos[unit] == "NOUN")


def _is_count(reading: Reading, i: int, telling: Telling, lasting: Container[int]) -> bool:
    """Whether a word counts what is fired, taken or struck ("fired three missiles", "fired a missile"), or for how
    long somebody is held ("for eight days")."""
    thing, trigger = reading.head[i], telling.trigger
    taken = reading.head[thing] == trigger and reading.relation[thing] in ("obj", "nsubj:pass")
    if reading.relation[i] == "nummod" and taken:
        return True
    if telling.type == "COERCE" and trigger < i <= trigger + TERM and i in lasting:
        before = {reading.word(k).lower() for k in range(max(0, i - 2), i)}
        return bool(before & lexicon.function_words("term"))
    one = reading.relation[i] == "det" and reading.word(i).lower() in ONE
    weapon = telling.type != "SANCTION" and valency.is_word("weapon", reading, thing)
    return one and taken and weapon  # not "a round of sanctions"


def quantities(reading: Reading, every: Sequence[Facts]) -> list[Quantity]:
    """All figures given for an event, each once: "14 people" are those of "14 killed". What another voice counts
    otherwise is not this one's figure."""
    found: dict[tuple[float, float | None, str], Quantity] = {}
    voice = every[0].voice
    for facts in every:
        before = set(found)
        for counted in facts.numbers:
            unit = unit_of(reading, counted)
            if not unit and any((counted.value, counted.max) == known[:2] for known in found):
                continue
            unit = unit or _counted_by(reading, facts.telling, counted)
            if facts.voice and facts.voice != voice:
                continue
            if any((counted.value, counted.max) == known[:2] and _is_same(unit, known[2]) for known in before):
                continue
            found.setdefault((counted.value, counted.max, unit), quantity(reading, counted, unit))
    return list(found.values())


def _is_same(unit: str, other: str) -> bool:
    """Whether two units count the same: "Chinese diplomats" are diplomats, "14 miners" may be "14 killed"."""
    alike = unit.split(" ")[-1:] == other.split(" ")[-1:]
    return alike or are_one(unit, other)


def _counted_by(reading: Reading, telling: Telling, counted: Number) -> str:
    """The unit of a figure without a noun: "killed 12, wounding dozens" counts killed, then wounded; "two were killed
    and six {wounded}"."""
    after = next((i for i in range(counted.words[1], len(reading)) if reading.pos[i] != "AUX"), counted.words[0])
    if valency.is_one_of("casualty", reading, after) and not reading.word(after).endswith("ing"):
        return undergone(reading.word(after).lower())
    before = (i for i in range(counted.words[0] - 1, max(0, counted.words[0] - UNIT), -1))
    near = next((i for i in before if reading.pos[i] in ("VERB", "NOUN", "PROPN", "NUM")), None)
    if near is not None and valency.is_one_of("casualty", reading, near):
        return undergone(reading.word(near).lower())
    verb = reading.head[counted.words[1] - 1]
    if reading.relation[counted.words[1] - 1] == "nsubj" and not valency.is_one_of("dying", reading, verb):
        return "people"  # "thousands marched"
    subject = next(valency.parts(reading, verb, "nsubj"), None)
    reached = subject is not None and valency.is_one_of("tally", reading, subject)  # "the number of killed rose to 31"
    told = verb if reading.pos[verb] == "VERB" and not reached else telling.trigger
    return undergone(reading.word(told).lower())
