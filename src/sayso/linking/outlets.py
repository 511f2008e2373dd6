"""Under what key an outlet goes: "www.nytimes.com", "NYT" and "The New York Times" are one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import product

from sayso import lexicon

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)


@lru_cache(maxsize=1 << 14)
def outlet_key(name: str) -> str:
    """The key of an outlet or agency, by its name or by the host of its pages."""
    known = lexicon.organization(name)
    if known is not None and known.kind == "media":
        return _squeezed(known.name)
    if _HOST.fullmatch(name.strip()):
        labels = name.strip().casefold().split(".")[:-1]
        if len(labels) > 1 and labels[-1] in lexicon.function_words("second-level"):
            labels.pop()
        name = labels[-1]
    squeezed = _squeezed(name)
    return _short_forms().get(squeezed, squeezed)


def _squeezed(name: str) -> str:
    """The letters of a name in one word, without its article."""
    letters = re.sub(r"[\W_]", "", name.casefold())
    return letters.removeprefix("the") if len(letters) > len("the") + 1 else letters


@cache
def _short_forms() -> dict[str, str]:
    """Hosts call a paper by its words or their first letters, "nytimes". What may mean two papers is left out."""
    meant: dict[str, set[str]] = defaultdict(set)
    for organization in set(lexicon.organizations().values()):
        if organization.kind != "media":
            continue
        key = _squeezed(organization.name)
        for name in (organization.name, *organization.also):
            words = [_squeezed(word) for word in name.split() if word.casefold() != "the"]
            meant[_squeezed(name)].add(key)
            if 1 < len(words) <= 4 and all(words):
                for parts in product(*((word, word[0]) for word in words)):
                    if any(len(part) > 1 for part in parts):  # initials alone are anybody's
                        meant["".join(parts)].add(key)
    return {form: keys.pop() for form, keys in meant.items() if len(keys) == 1}
