"""Texts with other names in them. A corpus names few people and places; the reader will meet names from everywhere. So
it is also trained on texts in which names of one word, and given names and surnames, are changed for others of their
kind: what a name means must then be told from its neighbours (Dai and Adel, 2020, "mention replacement")."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache

import pycountry

from sayso import lexicon
from sayso.reader import labels
from training.windows import Document

SHARE = 0.5  # of the names of a text that are changed
PERSON, PLACE = labels.MENTIONS.index("person"), labels.MENTIONS.index("place")
PROPER = labels.POS.index("PROPN")
FLAT = labels.RELATIONS.index("flat")


@lru_cache(maxsize=1)
def places() -> list[str]:
    """Names of one word of countries and their subdivisions all over the world."""
    names = {entry.name for table in (pycountry.countries, pycountry.subdivisions) for entry in table}
    return sorted(name for name in names if name.isalpha() and name.istitle() and len(name) > 2)


@lru_cache(maxsize=1)
def given_names() -> list[str]:
    """Given names of the lexicon, from all over the world."""
    return sorted({name for _, names in lexicon.rows("first_names.tsv", 2) for name in names.split()})


def surnames(documents: Sequence[Document]) -> list[str]:
    """What stands last in names of persons of two words and more in some texts."""
    found = {
        document.words[first + 1]
        for document in documents
        for first, relation in enumerate((document.relation or [])[1:])
        if relation == FLAT and (document.pos or [])[first] == PROPER
    }
    return sorted(name for name in found if name.istitle() and name.isalpha() and len(name) > 2)


def renamed(document: Document, family_names: Sequence[str], seed: str) -> Document:
    """The document with about half of its persons and places named otherwise, each the same way throughout."""
    chance = random.Random(seed)
    out = copy(document)
    change: dict[str, str] = {}
    for word, pool in _names(document).items():
        if chance.random() < SHARE:
            change[word] = chance.choice({"place": places(), "given": given_names(), "family": family_names}[pool])
    out.words = [change.get(word, word) for word in document.words]
    return out


def _names(document: Document) -> Mapping[str, str]:
    """The words of a document that are always names of one kind: of a place, given names, surnames."""
    pos, relation, head = document.pos or [], document.relation or [], document.head or []
    kinds: dict[str, set[str]] = {}
    for i, word in enumerate(document.words):
        kind = ""
        if pos[i] == PROPER and word.istitle() and word.isalpha() and not _title(word):
            flat = any(relation[k] == FLAT and head[k] == i for k in range(i + 1, min(i + 3, len(head))))
            mention = (document.mention or [])[i]
            if relation[i] == FLAT and (document.mention or [])[head[i]] == PERSON:
                kind = "family"
            elif mention == PERSON:
                kind = "given" if flat else "family"
            elif mention == PLACE and not flat and (document.first or [])[i] == (document.last or [])[i] == i:
                kind = "place"
        kinds.setdefault(word, set()).add(kind)
    return {word: kind for word, found in kinds.items() if len(found) == 1 and (kind := next(iter(found)))}


def _title(word: str) -> bool:
    return bool(lexicon.honorific(word.lower()) or lexicon.role(word.lower()))
