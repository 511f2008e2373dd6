"""Whom does another clause of a sentence concern, one that tells what else was, or when?"""

from __future__ import annotations

from itertools import takewhile

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import aside, head, holds
from sayso.account.happened.act_types import HARMFUL
from sayso.account.happened.tellings import Telling
from sayso.lexicon import UTTERED
from sayso.reader.reading import Reading, Words

SURELY = 0.7  # how likely the model must take somebody for whom it concerns, told of beside it
LONG = 25  # steps up the tree from the words of a phrase


def goes_on_meanwhile(reading: Reading, trigger: int, verb: int) -> bool:
    """Whether a trigger is in a clause with a subject of its own that tells what was besides: "guards fired as crowds
    {demanded} bread"."""
    above = list(reading.upward(trigger, LONG))
    between = above[: above.index(verb)] if verb in above else []
    own = [i for i in between if reading.relation[i] != "conj" and valency.has(reading, i, *valency.SUBJECTS)]
    return any(valency.is_circumstance(reading, i) for i in own)


def leave_those_beside(reading: Reading, telling: Telling) -> None:
    """Take from those to whom it is done whoever does something else beside it, or is told of in another clause."""
    trigger = telling.trigger
    telling.leave_out("recipient", lambda words: _is_added(reading, words, trigger))
    done_to = telling.type in HARMFUL and valency.has(reading, trigger, "obj")
    by = valency.governed(reading, trigger, "by") if done_to else None
    if by is not None:  # who is no sufferer then
        telling.leave_out_at("recipient", by)
    if telling.type in HARMFUL:
        telling.leave_out("recipient", lambda words: _is_of_the_time(reading, words, trigger))


def acts_beside(reading: Reading, words: Words, telling: Telling) -> bool:
    """Whether words belong to a clause beside that of the trigger: in "students demanded an inquiry after the police
    shot a student", nothing is demanded of the police by these words."""
    trigger = telling.trigger
    if telling.type == "THREATEN":
        condition = valency.condition(reading, trigger)
        if condition is not None and holds(words, condition):
            return False
    if valency.is_one_of("naming", reading, trigger) and reading.relation[trigger] == "acl:relcl":
        # "Police appealed a ruling that the mayor called absurd."
        return trigger not in reading.upward(words[1] - 1, LONG) and not holds(words, reading.head[trigger])
    subject = next(
        (i for i in range(*words) if reading.relation[i] in valency.SUBJECTS and not holds(words, reading.head[i])),
        None,
    )
    if subject is not None:
        return _is_subject_beside(reading, subject, telling)
    verb = next((i for i in reading.upward(words[1] - 1, LONG) if reading.pos[i] == "VERB"), trigger)
    bearers = {trigger, valency.bearer(reading, trigger)}
    alike = telling.type in UTTERED and not valency.has(reading, verb, *valency.SUBJECTS)
    if alike and telling.fills("recipient", words) >= SURELY:
        return False  # "called the claim false and accused {the firm}"
    return verb not in bearers and not bearers.isdisjoint(valency.joined(reading, verb))


def _is_subject_beside(reading: Reading, subject: int, telling: Telling) -> bool:
    """Whether a subject is that of a clause beside what a telling tells."""
    verb, trigger, active = reading.head[subject], telling.trigger, reading.relation[subject] == "nsubj"
    if reading.pos[trigger] == "VERB" and _begins_content(reading, subject, telling.words[1]):
        return False
    if verb != trigger and valency.is_asked(reading, verb):  # but not "asked if {the nuns} fled"
        # "Is investigating whether {the nuns} were beaten", but "whether {the guards} beat them".
        return telling.type != "ACCUSE" or not active
    if trigger < subject < min(valency.parts(reading, verb, "mark"), default=subject):
        return False  # "accused {the firm} of hiding it"
    if active and goes_on_meanwhile(reading, trigger, verb):
        return True
    return verb != trigger and reading.head[verb] == trigger and reading.relation[verb] in valency.BESIDE


def _begins_content(reading: Reading, subject: int, behind: int) -> bool:
    """Whether what is said begins with a subject, be the tree wrong: "demanding that {the firm} pay". behind: the word
    behind the verb of saying."""
    first = behind + (behind < len(reading) and reading.word(behind).lower() == "that")
    return behind <= first <= subject and all(reading.head[i] == subject for i in range(first, subject))


def _is_added(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether words stand in a clause that tells something else of a subject: "Togo, which left {Mali}, condemned"."""
    clause = aside(reading, head(reading, words), trigger, lambda i: reading.relation[i] == "acl:relcl", LONG)
    return clause is not None and clause < trigger


def _is_of_the_time(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether words stand deep in what only tells when or amid what something was done, or behind what tells before
    whose eyes: "seized a car on the eve of the return to talks by {the party}", "within sight of {the guards}"."""
    before = [i for i in range(words[0] - 3, words[0]) if i > 0 and reading.word(i).lower() == "of"]
    if any(valency.is_one_of("vicinity", reading, i - 1) for i in before):
        return True
    path = list(takewhile(lambda i: i != trigger, reading.upward(head(reading, words), LONG)))
    if len(path) < 2 or reading.head[path[-1]] != trigger:
        return False
    top = path[-1]
    mention = reading.mentions.get(top)
    timed = whom.is_dated(reading, top) or (mention is not None and mention.kind in ("time", "event"))
    cases = valency.forms(reading, top, "case")
    return reading.relation[top].startswith("obl") and timed and not cases.isdisjoint(lexicon.function_words("when"))
