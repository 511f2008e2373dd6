"""Who does it, or has it done to him, along with others?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.account.grammar import valency, whom
from sayso.account.grammar.clauses import holds
from sayso.account.happened.act_types import HARMFUL, MUTUAL
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Mention, Reading, Words

NEAR = 25  # words from a verb to those told of along with others


def add_companions(reading: Reading, telling: Telling) -> None:
    """Give a verb's act to, or have it done to, those told of along with others: "jailed the mayor along with {nine
    clerks}", "{Togo}, along with Chad, condemned the raid"."""
    trigger = telling.trigger
    if reading.pos[trigger] != "VERB" or telling.type in MUTUAL:
        return
    passive = valency.sufferer(reading, trigger) is not None
    for mention in _alongside(reading, trigger):
        before = mention.head < trigger
        if not before and telling.type not in (*HARMFUL, "ACCUSE"):
            continue
        role = "actor" if before and not passive else "recipient"
        words = whom.phrase(reading, mention.head, trigger)
        if telling.parts[role] and not any(_meet(words, those) for those in telling.parts[role]):
            telling.settle(role, [*telling.parts[role], words])


def _alongside(reading: Reading, verb: int) -> Iterator[Mention]:
    """Those told of in the clause of a verb behind "along with"."""
    for head, mention in reading.mentions.items():
        begin = mention.words[0]
        if abs(head - verb) > NEAR or reading.sentence[head] != reading.sentence[verb]:
            continue
        along = valency.is_word("alongside", reading, begin - 1) or (
            valency.is_word("met", reading, begin - 1) and valency.is_word("along", reading, begin - 2)
        )
        whole = reading.relation[head] not in ("nmod:poss", "compound", "amod")  # "along with {her father}"
        if begin > 2 and along and whole and whom.is_somebody(reading, head) and valency.is_within(reading, head, verb):
            yield mention


def _meet(words: Words, others: Words) -> bool:
    """Whether two phrases share a word."""
    return any(holds(others, i) for i in range(*words))
