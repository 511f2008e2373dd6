"""Surnames that look like other words: that of Ana Jordan, who is no country, and of Omar Said, who may say nothing."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from sayso import lexicon
from sayso.reader.reading import Name, Reading

HYPHENED = 3  # words of two surnames with a hyphen between them


def namesakes(reading: Reading) -> set[int]:
    """The words that are the name of a country or its capital, but the surname of somebody whom the report has named in
    full before: "Clerk Ana Jordan sued. {Jordan} said". Nothing else in it tells of that country."""
    borne: dict[str, tuple[int, str]] = {}  # surnames with where they first are, and the country
    inside = {i for name in reading.names if name.words[1] - name.words[0] > 1 for i in range(*name.words)}
    for name in reading.names:
        a, b = name.words
        if name.kind != "PERSON" or b - a < 2 or not (land := _land(reading.word(b - 1))):
            continue
        before = reading.word(a - 1) if a and reading.sentence[a - 1] == reading.sentence[a] else ""
        titled = lexicon.role(before.lower()) is not None or lexicon.honorific(before) is not None
        if (titled or reading.word(a) in lexicon.first_names()) and not _land(reading.string(name.words)):
            borne.setdefault(reading.word(b - 1), (b, land))
    if not borne:
        return set()
    words = [reading.word(i) for i in range(len(reading))]
    told = {code for word in set(words) - borne.keys() if word[:1].isupper() and (code := _land(word, people=True))}
    towards = lexicon.function_words("located") | lexicon.function_words("aside")
    found: set[int] = set()
    for surname, (first, land) in borne.items():
        alone = [i for i, word in enumerate(words) if word == surname and i not in inside]
        if land not in told and all(i > first and words[i - 1].lower() not in towards for i in alone):
            found.update(alone)
    return found


def _land(name: str, people: bool = False) -> str | None:
    """The country of which a name is that, or the capital; with `people` also that of a nationality."""
    seat = lexicon.seat(name)
    many = lexicon.people(name) if people else None
    by_people = (lexicon.nationality(name) or (many[0] if many else None)) if people else None
    return lexicon.country(name) or (seat.country if seat else None) or by_people


def with_surnames(reading: Reading) -> Reading:
    """A reading in which whoever it names in full is named by the surname alone too, whatever the model takes that for:
    "Eva Holm came. {Holm}, the owner of a mill, said"; and in which two joined by a hyphen name neither: "the Holm-Lind
    campaign"."""
    people = (name.words for name in reading.names if name.kind == "PERSON" and name.words[1] - name.words[0] > 1)
    lasts = {reading.word(b - 1) for _, b in people}
    surnames = {word for word in lasts if word.isalpha() and not _land(word, people=True)}
    last = len(reading) - 1
    names = []
    for name in reading.names:
        a, b = name.words
        joined = any(_is_hyphen(reading, i) for i in range(a - 1, b + 1))
        if joined and _two_surnames(reading, name, surnames):
            continue
        person = (reading.mentions[a].kind if a in reading.mentions else "") == "person"
        if b - a == 1 and name.kind == "ORGANIZATION" and reading.word(a) in surnames and person and not joined:
            name = replace(name, kind="PERSON")
        names.append(name)
    taken = {i for name in names for i in range(*name.words)}
    for i in range(1, last):
        if i in taken or reading.word(i) not in surnames or reading.pos[i] != "PROPN":
            continue
        mention = reading.mentions.get(i)
        beside = "PROPN" in (reading.pos[i - 1], reading.pos[i + 1]) or _is_hyphen(reading, i - 1)
        if mention is not None and mention.kind == "person" and not beside and not _is_hyphen(reading, i + 1):
            names.append(Name((i, i + 1), "PERSON"))
    if names == reading.names:
        return reading
    return replace(reading, names=sorted(names, key=lambda name: name.words))


def _is_hyphen(reading: Reading, i: int) -> bool:
    """Whether a word is a hyphen within a word: "Holm{-}Lind"."""
    if not 0 < i < len(reading) - 1 or reading.word(i) not in ("-", "–"):
        return False
    return reading.ends[i - 1] == reading.starts[i] and reading.ends[i] == reading.starts[i + 1]


def _two_surnames(reading: Reading, name: Name, surnames: Container[str]) -> bool:
    """Whether a name is one or both of two surnames with a hyphen between them."""
    a, b = name.words
    hyphen = next((i for i in range(a - 1, b + 1) if _is_hyphen(reading, i)), None)
    if hyphen is None or b - a > HYPHENED:
        return False
    return reading.word(hyphen - 1) in surnames and reading.word(hyphen + 1) in surnames


def with_verblike(reading: Reading) -> Reading:
    """A reading in which a surname that looks like a verb of saying is part of its bearer's name and nothing said by
    it: "leader Omar {Said} denied it". The reading itself where nobody bears one."""
    known = lexicon.function_words("verblike")
    here = [i for i in range(1, len(reading)) if reading.word(i).lower() in known and reading.word(i).istitle()]
    if not any(_ends_name(reading, i) for i in here):
        return reading
    borne = {i for i in here if _ends_name(reading, i) or _is_alone(reading, i)}
    taken = {i for name in reading.names for i in range(*name.words)}
    names = [
        replace(name, words=(name.words[0], name.words[1] + (name.words[1] in borne - taken)))
        if name.words[0] not in borne else replace(name, kind="PERSON")
        for name in reading.names
    ]  # fmt: skip
    ends = {i for i in borne if _ends_name(reading, i)}
    mentions = {
        head: replace(one, words=(one.words[0], one.words[1] + (one.words[1] in ends)))
        for head, one in reading.mentions.items()
    }
    inside = {i for name in names for i in range(*name.words)}
    names += [Name((i, i + 1), "PERSON") for i in borne - inside]
    attributions = [
        replace(one, cue=(one.cue[0] + (one.cue[0] in borne), one.cue[1])) for one in reading.attributions
        if one.cue[1] - one.cue[0] > 1 or one.cue[0] not in borne
    ]  # fmt: skip
    return replace(
        reading,
        pos=["PROPN" if i in borne else pos for i, pos in enumerate(reading.pos)],
        names=sorted(names, key=lambda name: name.words),
        mentions=mentions,
        attributions=attributions,
    )


def _ends_name(reading: Reading, i: int) -> bool:
    """Whether a word that looks like a verb ends somebody's name: "Omar {Said} denied it", "Omar {Said}, 42"; not in a
    headline, whose verbs have capitals."""
    person = any(name.kind == "PERSON" and name.words[0] < i <= name.words[1] for name in reading.names)
    beside = person and reading.sentence[i - 1] == reading.sentence[i] and reading.word(i - 1)[:1].isupper()
    tagged = reading.pos[i] == "PROPN" and i + 1 < len(reading) and not reading.word(i + 1)[:1].isupper()
    return (beside or lexicon.honorific(reading.word(i - 1)) is not None) and (tagged or _goes_on(reading, i))


def _is_alone(reading: Reading, i: int) -> bool:
    """Whether a word that looks like a verb is a subject or an owner: "{Said} said", "{Said}'s lawyer"."""
    return _goes_on(reading, i) and reading.word(i + 1) != ","


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether behind a word stands what may stand behind a subject: a verb, a comma with an age, a possessive."""
    if i + 2 >= len(reading):
        return False
    after = reading.word(i + 1)
    aged = after == "," and reading.pos[i + 2] == "NUM"
    verb = after.islower() and bool({"VERB", "AUX"} & {reading.pos[i + 1]} or lexicon.event_word(after, "VERB"))
    return aged or verb or after in ("'s", "’s")
