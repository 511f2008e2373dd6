"""Who meets whom: which of those told of come, to whom, and between whom is it?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import holds
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Reading, Words

LONG = 25  # words behind a trigger among which an exercise is told of
NEAR = 6  # words from one who meets to the other
UP = 4  # steps up the tree from its noun to the trigger


def set_those_who_meet(reading: Reading, telling: Telling) -> None:
    """Set right who meets whom, or agrees with whom."""
    parts, trigger = telling.parts, telling.trigger
    telling.leave_out("recipient", lambda words: _is_another_verbs(reading, words, trigger))
    if reading.pos[trigger] == "NOUN" and not parts["recipient"]:
        telling.settle("recipient", whom.named(reading, _with(reading, trigger), trigger))
    parts["actor"] = [*parts["actor"], *_meeting(reading, telling)]
    if sides := _sides(reading, trigger):
        parts["actor"], parts["recipient"] = sides
    else:
        parts["actor"] = _between(reading, trigger) or parts["actor"]


def set_apart(reading: Reading, telling: Telling) -> None:
    """Tell those who come from those they come to: in "is in talks with Baghdad" the one after "with" is met, and the
    subject is who meets."""
    parts, trigger = telling.parts, telling.trigger
    with_ = lexicon.function_words("met")
    met = [w for w in parts["actor"] if w[0] > trigger and reading.word(w[0] - 1).lower() in with_]
    if not met:
        return
    parts["recipient"] = [*dict.fromkeys([*met, *parts["recipient"]])]
    parts["actor"] = [w for w in parts["actor"] if w not in met]
    if not parts["actor"] and (subject := valency.subject_around(reading, trigger)) is not None:
        parts["actor"] = whom.who(reading, subject, trigger)


def is_joint_exercise(reading: Reading, telling: Telling) -> bool:
    """Whether it is an exercise that two states hold together: "{Chilean} and {Peruvian} troops began drills"."""
    below = range(telling.trigger, min(telling.trigger + LONG, len(reading)))
    nouns = [i for i in below if reading.pos[i] == "NOUN" and telling.trigger in reading.upward(i, UP)]
    known = [lexicon.event_word(reading.string((j, i + 1)), "NOUN") for i in nouns for j in (i, max(0, i - 1))]
    parts = [words for role in ("actor", "recipient") for words in telling.parts[role]]
    named = (reading.word(i) for words in parts for i in range(*words))
    states = {code for word in named if (code := lexicon.nationality(word) or lexicon.country(word))}
    return len(states) > 1 and any(one is not None and "COOPERATE" in one.types for one in known)


def _is_another_verbs(reading: Reading, words: Words, trigger: int) -> bool:
    """Whether those meant are the object of a verb joined to that of a meeting, or what it is about: "met the mayor and
    warned {Chad}", "talks on {a government of unity}"."""
    theme = valency.governed(reading, trigger, "on", "over", "about")
    if theme is not None and holds(words, theme):
        return True
    verb = valency.verb_of(reading, words, "obj", "iobj")
    return verb is not None and verb > trigger and valency.is_beside(reading, verb, valency.bearer(reading, trigger))


def _with(reading: Reading, noun: int) -> int | None:
    """With whom a meeting is: "talks with {the mayor}"."""
    met = lexicon.function_words("met")
    behind = noun + 1
    if behind < len(reading) and reading.word(behind).lower() in met and reading.relation[behind] == "case":
        return reading.head[behind]
    return valency.governed(reading, noun, *met)


def _meeting(reading: Reading, telling: Telling) -> list[Words]:
    """Who meets besides those told: whose meeting it is ("the {Arab League} summit"), or, where the text leaves out who
    meets somebody, whoever speaks of it ("{rebels} say talks with the army aim at peace")."""
    trigger = telling.trigger
    hosts = (i for i in valency.parts(reading, trigger, "compound") if whom.is_body(reading, i))
    if telling.type == "CONSULT" and (host := next(hosts, None)) is not None:
        return whom.named(reading, host, trigger)
    if telling.parts["actor"] or reading.pos[trigger] != "NOUN":
        return []
    met = valency.governed(reading, trigger, *lexicon.function_words("met"))
    return [] if met is None else whom.named(reading, valency.subject_around(reading, trigger), trigger)


def _between(reading: Reading, meeting: int) -> list[Words]:
    """The two between whom a meeting is, whatever the tree joins: "talks between {a bank of Chad} and {nurses}"."""
    one = None if reading.pos[meeting] == "VERB" else valency.governed(reading, meeting, "between")
    if one is None:
        return []
    behind = range(one + 1, min(one + NEAR, len(reading)))
    and_ = next((i for i in behind if reading.pos[i] in ("CCONJ", "PUNCT", "VERB", "AUX")), None)
    if and_ is None or reading.word(and_).lower() != "and":
        return []
    other = next((i for i in range(and_ + 1, min(and_ + NEAR, len(reading))) if _may_meet(reading, i)), None)
    if other is None or not _may_meet(reading, one):
        return []
    first, second = (whom.phrase(reading, i, meeting) for i in (one, other))
    return [(first[0], min(first[1], and_)), (max(second[0], and_ + 1), second[1])]


def _may_meet(reading: Reading, word: int) -> bool:
    return whom.is_somebody(reading, word) or lexicon.country(reading.word(word)) is not None


def _sides(reading: Reading, meeting: int) -> tuple[list[Words], list[Words]] | None:
    """Those between whom a meeting is, where they are told by whose they are: "talks between {Oslo's envoy} and {the
    rebels}"."""
    one = None if reading.pos[meeting] == "VERB" else valency.governed(reading, meeting, "between")
    if one is None:
        return None
    others = [*valency.parts(reading, one, "conj"), *valency.parts(reading, meeting, "nmod", "obl", "conj")]
    other = next((i for i in others if i > one and valency.has(reading, i, "cc")), None)
    if other is None or not any(valency.has(reading, i, "nmod:poss") for i in (one, other)):
        return None
    return [whom.phrase(reading, one, meeting)], [whom.phrase(reading, other, meeting)]
