"""Who does it, or has it done to him, along with others?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.account.grammar import valency, whom
from sayso.account.grammar.spans import overlap
from sayso.account.happened.act_types import HARMFUL, MUTUAL
from sayso.account.happened.tellings import Telling
from sayso.reader.reading import Mention, Reading, Words

GOING_ON = ("NOUN", "PROPN", "ADJ", "PART")  # what stands behind a name that goes on: "the {Togo} office"
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
        if telling.parts[role] and not any(overlap(words, those) for those in telling.parts[role]):
            telling.settle(role, [*telling.parts[role], words])


def fill_list(reading: Reading, telling: Telling) -> None:
    """Add whom the tree leaves out of several named in a row of whom most take part: "{Peru}, Chile, {Togo} and {Mali}
    condemned it"."""
    rows = [row for row in _rows(reading, telling.trigger) if _is_list(reading, row)]
    for role, row in ((role, row) for role in ("actor", "recipient") for row in rows):
        known = telling.parts[role]
        found = sum(any(overlap(name, words) for words in known) for name in row)
        if found > 1 and not _is_of_row(reading, known, row):
            alone = [words for words in known if sum(overlap(name, words) > 0 for name in row) < 2]
            missing = [name for name in row if not any(overlap(name, words) for words in alone)]
            telling.settle(role, sorted([*alone, *missing]))


def _rows(reading: Reading, trigger: int) -> Iterator[list[Words]]:
    """The names in the sentence of a trigger that stand in rows: "{Peru}, {Chile} and {Togo}"."""
    row: list[Words] = []
    for name in (one.words for one in reading.names if reading.sentence[one.words[0]] == reading.sentence[trigger]):
        between = range(row[-1][1], name[0]) if row else range(0)
        if between and all(valency.is_word("row", reading, i) for i in between):
            row.append(name)
            continue
        yield row
        row = [name]
    yield row


def _is_list(reading: Reading, row: list[Words]) -> bool:
    """Whether names in a row are three or more joined by "and", each of them whole: not "{Guild} of Bakers"."""
    if len(row) < 3 or all(reading.pos[i] != "CCONJ" for i in range(row[0][1], row[-1][0])):
        return False
    behind = [name[1] for name in row if name[1] < len(reading)]
    return not any(reading.pos[i] in GOING_ON or reading.word(i).lower() == "of" for i in behind)


def _is_of_row(reading: Reading, known: list[Words], row: list[Words]) -> bool:
    """Whether somebody is told of by several names in a row, and is none of them: "the {mayors of Gao, Lome and
    Juba}"."""
    named = {i for name in row for i in range(*name)}
    several = [words for words in known if sum(overlap(name, words) > 0 for name in row) > 1]
    return any(reading.pos[i] == "NOUN" and i not in named for words in several for i in range(*words))


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
