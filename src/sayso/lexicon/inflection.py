"""Which words may a word of a text be a form of?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.lexicon.tables import rows

_LONGEST = 24  # letters of the longest word that may have a lemma; no word of the tables comes near it


@cache
def irregular() -> Mapping[str, tuple[str, ...]]:
    """Irregular forms with the words they may be forms of; see irregular.tsv."""
    found: dict[str, tuple[str, ...]] = {}
    for form, lemma in rows("irregular.tsv", 2):
        found[form] = (*found.get(form, ()), lemma)
    return found


@lru_cache(maxsize=1 << 14)
def lemmas(word: str) -> tuple[str, ...]:
    """The words that a word of a text may be a form of, the likeliest first, itself among them: "denied" gives "deny",
    "deni", "denied"."""
    form = plain(word)
    if not 3 < len(form) <= _LONGEST:
        return irregular().get(form, (form,))
    return tuple(dict.fromkeys((*irregular().get(form, ()), *_stems(form), form)))


def plain(word: str) -> str:
    """A word in lower case, without possessive ending, what stands together in it joined by hyphens."""
    form = word.casefold().replace("‑", "-").replace("’", "'").removesuffix("'s")
    return "-".join(form.split()) if any(map(str.isspace, form)) else form


def _stems(form: str) -> tuple[str, ...]:
    """What a form may come from by rule: it without its -s, -ed or -ing, and what these have replaced or doubled."""
    if form.endswith("s"):
        if form.endswith(("ss", "us", "is")):
            return ()
        if form.endswith("ies"):
            return form[:-3] + "y", form[:-1]  # "armies", "sorties"
        if form.endswith(("shes", "ches", "sses", "xes", "zzes", "oes")):
            return form[:-2], form[:-1]
        return (form[:-1], form[:-2]) if form.endswith(("ses", "zes")) else (form[:-1],)
    if form.endswith("ied"):
        return form[:-3] + "y", form[:-2]
    if form.endswith("ed") and not form.endswith("eed"):
        return _bare(form[:-2])
    if form.endswith("ing"):
        return _bare(form[:-3])
    return ()


def _bare(stem: str) -> tuple[str, ...]:
    """What may be left when -ed or -ing is gone: "tortur" is torture, "attack" attack, "bann" ban, "kill" kill."""
    if len(stem) < 2 or not any(c in "aeiouy" for c in stem):
        return ()
    last, before = stem[-1], stem[-2]
    if last == before and last not in "aeiou":
        return (stem, stem[:-1]) if last in "lsfz" else (stem[:-1], stem)
    if last == "k" and before == "c":
        return stem, stem[:-1]  # "panicked"
    return (stem + "e", stem) if _drops_e(stem, last, before) else (stem, stem + "e")


def _drops_e(stem: str, last: str, before: str) -> bool:
    """Whether a stem most likely has lost an e: "forc", "invad", "toppl", but not "appeal", "order", "visit"."""
    if last in "csuvz":
        return before != "t"  # "blitz"
    if last == "g":
        return not stem.endswith(("ing", "ong"))
    if before not in "aeiou":
        return last == "l" and before not in "rw"
    if last not in "bdklmnprt":
        return False
    if stem[-3:-2] in ("a", "e", "i", "o", "u"):
        return stem.endswith(("iat", "uat"))
    if stem.endswith(("it", "et", "el", "al", "er")):
        return False
    if last == "n" and before in "eo":
        return stem.endswith(("ven", "pon", "phon", "hron", "ston"))
    return True
