"""Where is somebody named, and with which title before the name and which description beside it?"""

from __future__ import annotations

from sayso import lexicon
from sayso.account.cast.marked_text import MarkedText
from sayso.account.grammar import valency
from sayso.account.named.terms import DEFINITE, OWNERS
from sayso.reader.reading import Words

DESCRIBED = 10  # words of a description before a name and a comma, at most
TITLED = 12  # words of titles before a name, at most
BESIDE = 15  # words between a name with a comma and the end of what is told behind it, at most
HEAD = 9  # words from there to the noun that says what somebody is, at most
DETERMINERS = lexicon.function_words("article") | lexicon.function_words("of-others")


def name_spans(text: MarkedText) -> list[Words]:
    """The words of every name, in order, but for those in the dateline."""
    t = text.terms
    spans: list[Words] = []
    i = 0
    while i < len(text.reading):
        if text.in_dateline(i):
            i += 1
            continue
        name = t.name_at.get(i)
        ends = [table[i][0] for table in (t.organization, t.place, t.seat) if i in table]
        if name and name.words[0] == i:
            ends.append(name.words[1])
        end = max(ends, default=i + 1)
        nation = i in t.place and t.place[i][1] == "nationality" and end == t.place[i][0]
        nobody = nation and not t.text[i].isupper()  # "Syrian"
        nobody = nobody or (ends == [i + 1] and (t.is_quality(i, i + 1) or is_act(text, i)))  # "Protestant", "Riot"
        if ends and not nobody:
            spans.append((i, end))
        i = end
    return spans


def is_act(text: MarkedText, at: int) -> bool:
    """Whether a word with a capital tells of an act, and stands before a common noun: "{Riot} police"."""
    t, after = text.terms, at + 1
    known = lexicon.event_word(t.lower[at], "NOUN") is not None
    return known and after < len(text.reading) and t.pos(after) == "NOUN" and t.text[after].islower()


def with_titles(text: MarkedText, words: Words) -> Words:
    """A name with the titles before it and a description behind it."""
    name = text.terms.name_at.get(words[1] - 1)
    if name is None or name.kind != "PERSON":
        return words
    start = office_in_short(text, _titles_before(text, words[0]))
    start = _office_before(text, start) if start == words[0] else start
    return start, _description_behind(text, words)


def title_before(text: MarkedText, name: int) -> int:
    """Where the title right before a name begins, or the name."""
    return next((a for a, (b, _) in text.terms.honorific.items() if b == name), name)


def office_in_short(text: MarkedText, start: int) -> int:
    """Where an office begins that stands before a name and is put in short in brackets: "{Chief} of Naval Staff (CNS),
    Admiral Ivo Lenz"; the start of the name if none does."""
    t = text.terms
    at = start - 1 if t.lower[start - 1 : start] == [","] else start
    if t.lower[at - 1 : at] != [")"]:
        return start
    return next((a for a, b in t.offices if t.lower[b : b + 1] == ["("] and b + 3 == at), start)


def owner_before(text: MarkedText, name: int) -> int | None:
    """The word by which a description before a name and a comma says whose he is: "{its} chief, Ivo Lenz", "the
    union{'s} lawyer, Rita Solano"."""
    t = text.terms
    if t.lower[name - 1 : name] != [","]:
        return None
    for i in range(name - 2, max(0, name - 2 - DESCRIBED), -1):
        if t.lower[i] in OWNERS or t.possessive(i):
            return i
        if t.pos(i) not in ("ADJ", "NOUN", "PROPN", "DET", "ADP"):
            return None
    return None


def _titles_before(text: MarkedText, name: int) -> int:
    """Where the titles right before a name begin, with an article before them."""
    t, sentence = text.terms, text.reading.sentence
    start = name
    while start > 0 and sentence[start - 1] == sentence[name] and name - start < TITLED:
        if not _may_be_title(text, start - 1):
            return start - 1 if t.lower[start - 1] in DETERMINERS else start
        start -= 1
    return start


def _may_be_title(text: MarkedText, k: int) -> bool:
    t = text.terms
    of_office = t.lower[k] == "of" and any(k == end for end, _ in t.role.values())
    noun = t.pos(k) in ("ADJ", "NOUN", "PROPN", "NUM")
    return noun or t.possessive(k) or t.lower[k] == "-" or k in t.honorific or of_office


def _office_before(text: MarkedText, name: int) -> int:
    """Where a description begins that stands before a name and a comma: "{the} governor of the central bank, Ann
    Moor"; the name itself if none does."""
    t = text.terms
    if t.lower[name - 1 : name] != [","]:
        return name
    for k in range(name - 2, max(0, name - 2 - DESCRIBED), -1):
        if t.lower[k] in DEFINITE and (k + 1 in t.role or (k + 2 in t.role and t.pos(k + 1) == "NOUN")):
            return k
        if t.pos(k) not in ("ADJ", "NOUN", "PROPN", "DET", "ADP", "PART") or text.furniture[k]:
            break
    return name


def _description_behind(text: MarkedText, name: Words) -> int:
    """Where a name ends with what is told of its bearer behind it: "Ann Moor, {the mayor}", "Ivo Lenz of {Chad}"."""
    t, sentence, b = text.terms, text.reading.sentence, name[1]
    if b < len(sentence) and t.lower[b] == ",":
        near = range(b + 1, min(b + 1 + BESIDE, len(sentence)))
        ends = (",", ".", ";", "–", "—", "--", "”", '"')
        stops = (
            i for i in near
            if t.lower[i] in ends or t.pos(i) in ("VERB", "AUX") or sentence[i] != sentence[name[0]]
        )  # fmt: skip
        stop = next(stops, b + 1)
        if _describes(text, b + 1, stop) and not _is_clause(text, b + 1, stop):
            return stop
    elif b + 1 < len(sentence) and t.lower[b] == "of" and (country := t.code_at(b + 1)):
        return country[0]
    return b


def _describes(text: MarkedText, a: int, b: int) -> bool:
    """Whether words behind a name and a comma say who that is."""
    t = text.terms
    people = (t.name_at[i] for i in range(a, b) if i in t.name_at and t.name_at[i].kind == "PERSON")
    if a >= b or any(not t.possessive(name.words[1]) for name in people):
        return False
    noun = a in t.role or a in t.place or t.pos(a) in ("ADJ", "NOUN", "PROPN")
    opens = t.lower[a] in DETERMINERS or noun
    return opens and any(i in t.role or lexicon.is_kin(t.lower[i]) for i in range(a, min(b, a + HEAD)))


def _is_clause(text: MarkedText, start: int, verb: int) -> bool:
    """Whether words before a verb are its subject: "with Ivo Lenz, {the mayor} said"."""
    reading = text.reading
    subjects = (i for i in range(start, verb) if reading.relation[i] in valency.SUBJECTS)
    return reading.pos[verb] in ("VERB", "AUX") and any(reading.head[i] >= verb for i in subjects)
