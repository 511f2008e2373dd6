"""What does a report cite that has no name: a document, or people it leaves unnamed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sayso.lexicon.tables import rows, values
from sayso.model import ActorKind, Sector


@dataclass(frozen=True, slots=True)
class Document:
    """A word for a document or another thing that speaks. `hearsay`: it names no source of its own ("rumours")."""

    word: str
    kind: ActorKind
    hearsay: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A word for people whom a report leaves unnamed: "officials"."""

    word: str
    kind: ActorKind
    sector: Sector | None
    plural: bool


@cache
def documents() -> Mapping[str, Document]:
    """Documents by their word, singular and plural, lower case."""
    found: dict[str, Document] = {}
    for word, plural, kind, hearsay in rows("documents.tsv", 4):
        found[word] = Document(word, cast(ActorKind, kind), hearsay == "yes", False)
        several = "media" if word == "report" else cast(ActorKind, kind)  # "reports said": who reports is not told
        for form in values(plural or word + "s"):
            if form != "-":
                found[form] = Document(word, several, hearsay == "yes", True)
    return found


def document(words: str) -> Document | None:
    """The document that a common noun means: "indictment"."""
    return documents().get(words.casefold())


@cache
def sources() -> Mapping[str, Source]:
    """Words for unnamed people, plural and singular, lower case."""
    found: dict[str, Source] = {}
    for word, singular, kind, sector in rows("sources.tsv", 4):
        alone: Any = "anonymous" if kind == "group" else kind
        for form, many in ((word, True), (singular or word.removesuffix("s"), False)):
            if form != "-":
                known: ActorKind = cast(ActorKind, kind if many else alone)
                found.setdefault(form, Source(word, known, cast(Sector | None, sector or None), many))
    return found


def source(words: str) -> Source | None:
    """The unnamed people that a common noun means: "witnesses"."""
    return sources().get(words.casefold())
