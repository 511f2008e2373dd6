"""The words of events: that their tables are sound, and that a word is found in whatever form it stands in a text."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from sayso import lexicon
from sayso.model import EventType

TYPES = get_args(EventType)


# --- the tables ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "columns", "key"), [("events.tsv", 5, 2), ("irregular.tsv", 2, 2), ("contexts.tsv", 2, 2)]
)
def test_no_line_is_there_twice(file: str, columns: int, key: int) -> None:
    found = Counter(tuple(cells[:key]) for cells in lexicon.rows(file, columns))
    assert [line for line, times in found.items() if times > 1] == []


def test_every_word_of_an_event_is_of_known_kinds() -> None:
    wrong = [
        word
        for word in lexicon.event_words().values()
        if word.pos not in ("verb", "noun")
        or not word.types
        or len(set(word.types)) < len(word.types)
        or not set(word.types) <= set(TYPES)
        or not set(word.contexts) <= set(lexicon.CONTEXTS)
        or (word.mode is not None and not any(map(word.mode_of, word.types)))
    ]
    assert wrong == []


def test_every_context_is_known() -> None:
    assert {context for _, context in lexicon.rows("contexts.tsv", 2)} == set(lexicon.CONTEXTS)


def test_every_collocation_is_of_known_kinds() -> None:
    found = list(lexicon.rows("collocations.tsv", 4))
    assert [(verbs, types) for verbs, _, types, _ in found if types and not set(types.split(";")) <= set(TYPES)] == []
    assert [
        (verbs, mode)
        for verbs, _, types, mode in found
        if mode and not any(mode in lexicon.MODES.get(type_, ()) for type_ in types.split(";"))
    ] == []
    # Written as lemmas, or they would never be met.
    words = {word for verbs, with_, *_ in found for word in (*verbs.split(), *with_.split())}
    bases = {word: {*lexicon.lemmas(word), *lexicon.lemmas(word + "s")} for word in words}  # "lay" is of "lie", too
    assert [word for word in words if word not in bases[word] or word != word.casefold()] == []


def test_the_first_collocation_that_fits_is_taken() -> None:
    """A line all of whose words a line before has would never be read."""
    seen: set[tuple[str, str]] = set()
    for verbs, with_, *_ in lexicon.rows("collocations.tsv", 4):
        pairs = {(verb, word) for verb in verbs.split() for word in with_.split()}
        assert not pairs <= seen, (verbs, with_)
        seen |= pairs


@pytest.mark.parametrize("file", ["events.tsv", "contexts.tsv"])
def test_words_are_single_lemmas_in_lower_case(file: str) -> None:
    words = [cells[0] for cells in lexicon.rows(file, 5 if file == "events.tsv" else 2)]
    assert [word for word in words if word != word.casefold() or " " in word or not word] == []


def test_every_word_is_found_by_itself() -> None:
    tags = {"verb": "VERB", "noun": "NOUN"}
    words = lexicon.event_words().values()
    assert [word for word in words if lexicon.event_word(word.word, tags[word.pos]) != word] == []


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_verbs_and_nouns_that_leave_no_doubt(type_: str) -> None:
    sure = [word for word in lexicon.event_words().values() if word.types == (type_,)]
    assert {word.pos for word in sure} == {"verb", "noun"}


# Modes that depend on what is asked for, refused or threatened are told by no single word.
SENTENCES = {"assist", "change", "yield", "meet", "relations", "territory", "violate", "militia"}


@pytest.mark.parametrize("type_", [type_ for type_ in lexicon.MODES if type_ not in ("REJECT", "THREATEN")])
def test_every_mode_that_a_word_can_tell_has_a_word(type_: str) -> None:
    told = {word.mode_of(type_) for word in lexicon.event_words().values() if type_ in word.types}
    assert set(lexicon.MODES[type_]) - SENTENCES <= told


def test_modes_are_of_types() -> None:
    assert set(lexicon.MODES) <= set(TYPES)


# --- lemmas ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        # -s
        ("attacks", "attack"), ("launches", "launch"), ("crushes", "crush"), ("presses", "press"), ("vetoes", "veto"),
        ("accuses", "accuse"), ("seizes", "seize"), ("denies", "deny"), ("taxes", "tax"), ("crises", "crisis"),
        ("gunmen", "gunman"), ("children", "child"), ("referenda", "referendum"), ("dies", "die"), ("siege", "siege"),
        ("crisis", "crisis"), ("press", "press"), ("status", "status"),
        # -ed
        ("attacked", "attack"), ("tortured", "torture"), ("banned", "ban"), ("denied", "deny"), ("killed", "kill"),
        ("expelled", "expel"), ("condemned", "condemn"), ("appealed", "appeal"), ("ordered", "order"),
        ("visited", "visit"), ("invited", "invite"), ("invaded", "invade"), ("exploded", "explode"),
        ("conceded", "concede"), ("toppled", "topple"), ("hurled", "hurl"), ("shelled", "shell"), ("agreed", "agree"),
        ("needed", "need"), ("released", "release"), ("discussed", "discuss"), ("forced", "force"), ("hanged", "hang"),
        ("charged", "charge"), ("besieged", "besiege"), ("freed", "free"), ("kidnapped", "kidnap"), ("died", "die"),
        ("threatened", "threaten"), ("imprisoned", "imprison"), ("postponed", "postpone"), ("convened", "convene"),
        ("evacuated", "evacuate"), ("initiated", "initiate"), ("defeated", "defeat"), ("looted", "loot"),
        ("promoted", "promote"), ("rioted", "riot"), ("developed", "develop"), ("escaped", "escape"),
        ("revoked", "revoke"), ("attempted", "attempt"), ("panicked", "panic"), ("argued", "argue"),
        ("blitzed", "blitz"), ("censored", "censor"), ("restored", "restore"), ("court-martialled", "court-martial"),
        # -ing
        ("bombing", "bomb"), ("shooting", "shoot"), ("hitting", "hit"), ("seizing", "seize"), ("dying", "die"),
        ("denying", "deny"), ("striking", "strike"), ("agreeing", "agree"), ("freeing", "free"), ("bring", "bring"),
        ("bringing", "bring"), ("urging", "urge"), ("exchanging", "exchange"), ("talking", "talk"),
        ("spring", "spring"),
        # irregular
        ("shot", "shoot"), ("fled", "flee"), ("slain", "slay"), ("fought", "fight"), ("withdrew", "withdraw"),
        ("overthrown", "overthrow"), ("met", "meet"), ("sought", "seek"), ("broke", "break"), ("was", "be"),
        # as a text has them
        ("Bombings", "bombing"), ("DENIED", "deny"), ("air-strikes", "air-strike"), ("air‑strikes", "air-strike"),
        ("air strikes", "air-strike"), ("government's", "government"), ("Iran’s", "iran"),
    ],
)  # fmt: skip
def test_lemma(form: str, lemma: str) -> None:
    found = lexicon.lemmas(form)
    assert found[0] == lemma
    assert len(found) == len(set(found)) <= 5


@pytest.mark.parametrize(
    "odd", ["", "s", "'s", "ed", "ing", "ied", "-", "—", "42", "\u0000", "ß", "İ", "人", "\n", " "]
)
def test_lemmas_of_what_is_no_word(odd: str) -> None:
    assert len(lexicon.lemmas(odd)) >= 1
    for pos in ("VERB", "NOUN", "ADJ", "X", ""):
        assert lexicon.event_word(odd, pos) is None
    assert lexicon.contexts(odd) == ()


# --- words of events -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "pos", "types", "mode"),
    [
        ("abducted", "VERB", ("ASSAULT",), None),
        ("Bombings", "NOUN", ("ASSAULT",), "explosives"),
        ("airstrikes", "NOUN", ("ASSAULT",), "aerial"),
        ("air strikes", "NOUN", ("ASSAULT",), "aerial"),
        ("air-strike", "PROPN", ("ASSAULT",), "aerial"),
        ("detained", "ADJ", ("COERCE",), "arrest"),
        ("slain", "ADJ", ("ASSAULT",), None),
        ("jailing", "NOUN", ("COERCE",), "arrest"),
        ("sentenced", "VERB", ("COERCE",), "arrest"),
        ("curfews", "NOUN", ("COERCE",), "curfew"),
        ("embargoes", "NOUN", ("SANCTION",), "discontinue"),
        ("vetoed", "VERB", ("REJECT",), None),
        ("rallies", "NOUN", ("PROTEST",), "demo"),
        ("met", "VERB", ("CONSULT",), None),
        ("withdrew", "VERB", ("RETREAT",), "withdraw"),
        ("ceasefires", "NOUN", ("RETREAT",), "ceasefire"),
        ("pardons", "NOUN", ("CONCEDE",), None),
        ("sued", "VERB", ("ACCUSE",), "allege"),
        ("deployments", "NOUN", ("MOBILIZE",), "troops"),
        ("extradited", "VERB", ("COOPERATE",), None),
    ],
)
def test_what_a_word_tells(word: str, pos: str, types: tuple[str, ...], mode: str | None) -> None:
    found = lexicon.event_word(word, pos)
    assert found is not None
    assert (found.types, found.mode) == (types, mode)


@pytest.mark.parametrize(
    ("word", "pos"),
    [
        ("table", "NOUN"), ("free", "ADJ"), ("secure", "ADJ"), ("killed", "ADP"), ("killed", "NOUN"), ("of", "ADP"),
        ("said", "VERB"), ("walk", "VERB"), ("pounds", "NOUN"), ("mine", "NOUN"), ("fast", "ADJ"), ("sanction", "ADV"),
    ],
)  # fmt: skip
def test_what_tells_of_no_event(word: str, pos: str) -> None:
    assert lexicon.event_word(word, pos) is None


def test_a_mode_holds_for_its_type_only() -> None:
    strike = lexicon.event_word("strikes", "NOUN")
    assert strike is not None
    assert {"ASSAULT", "PROTEST"} == set(strike.types)
    assert (strike.mode_of("PROTEST"), strike.mode_of("ASSAULT"), strike.mode_of("AID")) == ("strike", None, None)


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("ballots", ("election",)), ("Refugees", ("migration",)), ("defectors", ("intelligence", "asylum")),
        ("hackers", ("cyber",)), ("troops", ("military",)),
        ("bribes", ("corruption",)), ("universities", ("academic",)), ("vaccines", ("health",)), ("tree", ()),
    ],
)  # fmt: skip
def test_contexts_that_a_word_shows(word: str, shown: tuple[str, ...]) -> None:
    assert lexicon.contexts(word) == shown


def test_a_word_without_end_costs_no_time() -> None:
    for odd in ("ing" * 300_000, "ied" * 300_000, "' s" * 300_000):
        assert len(lexicon.lemmas(odd)) == 1


@pytest.mark.parametrize(
    ("verb", "beside", "types", "shown"),
    [
        ("recalled", ["its", "ambassador"], ("SANCTION",), [1]),
        ("took", ["streets"], ("PROTEST",), [0]),
        ("took", ["bus"], None, []),
        ("called", ["for"], ("REQUEST",), [0]),
        ("called", ["liar"], None, []),
        ("sang", ["treaty"], None, []),
    ],
)
def test_what_a_verb_tells_by_what_stands_with_it(
    verb: str, beside: list[str], types: tuple[str, ...] | None, shown: list[int]
) -> None:
    found = lexicon.collocation(verb, beside)
    assert (found and found[0].types) == types
    assert (found[1] if found else []) == shown
