"""What does a word of a text tell of events: types, mode, contexts?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, cast

from sayso.lexicon.inflection import irregular, lemmas, plain
from sayso.lexicon.tables import rows, values
from sayso.model import EventType

MODES: Mapping[str, tuple[str, ...]] = {  # how an event of a type is done; the types that are not here have no modes
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "THREATEN": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violate"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    "ASSAULT": (
        "beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms", "explosives",
        "suicide-attack", "heavy-weapons", "crowd-control", "aerial",
    ),
}  # fmt: skip


CONTEXTS = (
    "military", "intelligence", "executive", "legislative", "election", "political", "legal", "human_rights",
    "environment", "diplomatic", "economic", "crime", "terrorism", "corruption", "disaster", "migration", "health",
    "territory", "cyber", "technology", "academic", "pro_democracy", "asylum",
)  # fmt: skip


# Types of acts that are done by saying something.
UTTERED: tuple[EventType, ...] = ("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE")


@dataclass(frozen=True, slots=True)
class EventWord:
    """A verb, or a noun of an act, that tells of an event: what types it may tell of, the likeliest first."""

    word: str
    pos: Literal["verb", "noun"]
    types: tuple[str, ...]
    mode: str | None  # of the one of its types that has such a mode
    contexts: tuple[str, ...]

    def mode_of(self, type_: str) -> str | None:
        """The mode the word tells of an event of that type: "strike" tells PROTEST's, and none of an ASSAULT."""
        return self.mode if self.mode in MODES.get(type_, ()) else None


@cache
def event_words() -> Mapping[tuple[str, str], EventWord]:
    """All words of events by lemma and part of speech."""
    return {
        (word, pos): EventWord(word, cast(Any, pos), values(types), mode or None, values(shown))
        for word, pos, types, mode, shown in rows("events.tsv", 5)
    }


@lru_cache(maxsize=1 << 14)
def event_word(word: str, pos: str) -> EventWord | None:
    """What a word of a text tells of events, by its Universal Dependencies tag: "bombings" as NOUN, "arrested" as VERB
    or, before a noun, as ADJ. Words that stand together count as joined by hyphens: "air strikes" is "air-strike"."""
    known = event_words()
    form = plain(word)
    bases = lemmas(word)
    if pos in ("NOUN", "PROPN"):
        found = next((known[base, "noun"] for base in (form, *bases) if (base, "noun") in known), None)
        if found or not form.endswith("ing"):
            return found
    elif pos == "ADJ":
        # Only a participle tells of an act: "detained", but not "free" or "clear".
        bases = tuple(base for base in bases if base != form) if form.endswith("ed") else irregular().get(form, ())
    elif pos == "VERB":
        bases = (form, *bases)
    else:
        return None
    return next((known[base, "verb"] for base in bases if (base, "verb") in known), None)


@cache
def _collocations() -> Mapping[str, tuple[tuple[str, frozenset[str], EventWord], ...]]:
    found: dict[str, tuple[tuple[str, frozenset[str], EventWord], ...]] = {}
    for verbs, with_, types, mode in rows("collocations.tsv", 4):
        for cell in verbs.split():
            verb, _, particle = cell.partition("_")
            alone = event_words().get((verb, "verb"))
            word = EventWord(verb, "verb", values(types), mode or None, alone.contexts if alone else ())
            found[verb] = (*found.get(verb, ()), (particle, frozenset(with_.split()), word))
    return found


def collocation(verb: str, beside: Sequence[str]) -> tuple[EventWord, list[int]] | None:
    """What a verb of a text tells of events by words that stand with it ("recalled" with "ambassador"), and which of
    these show it."""
    for lemma in lemmas(verb):
        for particle, words, known in _collocations().get(lemma, ()):
            shown = [i for i, word in enumerate(beside) if not words.isdisjoint(lemmas(word))]
            if shown and (not particle or particle in beside):
                return known, shown
    return None


@cache
def _context_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, context in rows("contexts.tsv", 2):
        found[word] = (*found.get(word, ()), context)
    return found


@lru_cache(maxsize=1 << 14)
def contexts(word: str) -> tuple[str, ...]:
    """The contexts that a word shows of the sentence it stands in: "ballots" shows election."""
    known = _context_words()
    return next((known[base] for base in lemmas(word) if base in known), ())


@cache
def acts() -> Mapping[str, str]:
    """Modes and lemmas of events that tell an act which is not another: "abduct" is "hold"; see acts.tsv."""
    return {word: act for act, *told in rows("acts.tsv", 3) for words in told for word in words.split()}
