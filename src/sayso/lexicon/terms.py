"""Is there anything in the lexicon under some words at all?"""

from __future__ import annotations

from functools import cache

from sayso.lexicon.institutions import bodies, organizations
from sayso.lexicon.nations import proper_forms
from sayso.lexicon.offices import honorifics, roles
from sayso.lexicon.tables import key
from sayso.lexicon.unnamed import documents


@cache
def _proper() -> frozenset[str]:
    return proper_forms() | organizations().keys()


@cache
def _common() -> frozenset[str]:
    return frozenset((*roles(), *bodies(), *documents(), *honorifics()))


def is_proper(words: str) -> bool:
    """Whether any country, people, seat or organisation is called so."""
    return key(words) in _proper()


def is_common(words: str) -> bool:
    """Whether the words are a role, a body, a document or an honorific."""
    words = words.casefold().replace("’", "'")
    return words in _common() or words.replace(".", "") in _common()
