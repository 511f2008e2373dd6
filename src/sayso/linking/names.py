"""Names as they are compared across reports: what of a spelling tells people apart, and what is left to the writer.

The same man is Sergei, Sergey and Serguei; Abdel Fattah el-Sisi, Abdul-Fattah al-Sisi and Sisi; Kim Jong-un and Kim
Jong Un. A name is folded to plain letters, its articles and titles dropped, letters that languages write differently
are written in one way (lexicon `spellings.tsv`), and it is cut into given names and family name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from sayso import lexicon

ARTICLES, PARTICLES, SERVANTS, GENERATIONS, IBERIAN, FIRMS, PASSED, ROYAL = (
    lexicon.function_words(use)
    for use in ("arabic-article", "particle", "servant", "generation", "iberian", "firm", "passed", "royal")
)
# Letters that are no other letter with a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ə": "a"}
)
_ASIDE = re.compile(r"[\"“”„«‹].*?[\"“”»›]|\(.*?\)")  # a nickname within the name
_NO_LETTER = re.compile(r"[^\w\s&-]|_")
_MARKS = re.compile(r"[^\w\s'’]|['’](?=s\b)")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_VOWELS = re.compile("[aeiouh]")
_NONE: frozenset[int] = frozenset()
_SHORT = 4  # letters of a name of which none can be spared: Li, Luo and Lai are three names


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """A name in lower case, without accents, stops and apostrophes."""
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("‑", "-").replace("–", "-")
    return " ".join(_NO_LETTER.sub("", plain).split())


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), written) for pattern, written in lexicon.spellings())


@lru_cache(maxsize=1 << 16)
def romanise(word: str) -> str:
    """A folded word in the one spelling that stands for all those which writers choose among."""
    for pattern, written in _spellings():
        word = pattern.sub(written, word)
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a romanised word, all that transliterations agree on; a short word as it is."""
    if len(word) <= _SHORT:
        return word
    first = "a" if word[0] in "aeiou" else word[0]
    return (first + _VOWELS.sub("", word[1:])).replace("g", "k").replace("c", "k")


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A person's name, every part romanised. Without given names it is one by which many may be called."""

    given: tuple[str, ...]
    family: tuple[str, ...]  # two words at most
    generation: str = ""
    eastern: bool = False  # the family name stands first; the given names are written as one

    @property
    def full(self) -> bool:
        """Whether it has a given name, and not initials alone."""
        return any(not is_initial(word) for word in self.given)

    @property
    def block(self) -> str:
        """What all spellings of its family name share."""
        return skeleton(self.family[0])

    @property
    def common(self) -> bool:
        """Whether so many bear the family name that two who share the full name are likely enough."""
        return any(word in _common() for word in self.family)


@cache
def _common() -> frozenset[str]:
    return frozenset(romanise(name) for name in lexicon.family_names("common"))


@cache
def _given() -> frozenset[str]:
    return frozenset(fold(name) for name in lexicon.first_names())


@cache
def _forms(use: Literal["spelling", "short"]) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for form, numbers in lexicon.given_name_forms(use).items():
        found[romanise(form)] = found.get(romanise(form), frozenset()) | numbers
    return found


@lru_cache(maxsize=1 << 16)
def person_name(name: str) -> PersonName | None:
    """A person's name cut into its parts; None where it has none to tell by."""
    words = _words(name)
    generation = ""
    if len(words) > 1 and words[-1] in GENERATIONS:
        generation = words.pop()
        generation = "" if generation == "sr" else generation
    while len(words) > 1 and lexicon.honorific(words[0]) and not (words[0] in ROYAL or words[0] in _given()):
        del words[0]
    if not words or (len(words) == 1 and len(words[0]) == 1):
        return None
    hyphenated = "-" in name.rstrip("-")
    if _is_eastern(words, hyphenated):
        return PersonName((romanise("".join(words[1:])),), (romanise(words[0]),), generation, True)
    family = 1
    if len(words) > 3 or (len(words) == 3 and words[1] not in _given()):
        family = 2 if words[0] in IBERIAN and words[-2] not in _given() and len(words[-2]) > 1 else 1
    cut = len(words) - family
    given = tuple(romanise(word) + "." * (len(word) == 1) for word in words[:cut])
    return PersonName(given, tuple(map(romanise, words[cut:])), generation)


def is_initial(word: str) -> bool:
    """Whether a given name is but its first letter; the whole name Yi is romanised to one letter too."""
    return word.endswith(".")


def is_given(name: str) -> bool:
    """Whether the one word of a name is a given name and no family name that sayso knows."""
    word = fold(name)
    return word in _given() and not any(word in lexicon.family_names(use) for use in ("first", "common"))


def _words(name: str) -> list[str]:
    """The words of a name that count: "Abdel-Fattah el-Sisi" has "abdfattah" and "sisi"."""
    found: list[str] = []
    servant = False
    for i, word in enumerate(fold(_ASIDE.sub(" ", name)).split()):
        head, *rest = parts = word.strip("-&").split("-")
        if rest and (head in ARTICLES):
            parts = rest
        if len(parts) == 1 and parts[0] in PARTICLES and (i > 0 or parts[0] not in _given()):
            continue
        if parts[0] in SERVANTS:
            parts = [part for part in parts[1:] if part not in ARTICLES]
            if not parts:
                servant = True
                continue
            parts = ["abd", *parts]
        elif servant:
            parts = ["abd", *parts]
        servant = False
        if joined := "".join(map(_serving, parts)):
            found.append(joined)
    return found or [word for word in fold(name).replace("-", " ").split() if word]


def _serving(word: str) -> str:
    """A word with "servant of" joined to it, as if it were not: "abdelfattah" is "abd" and "fattah"."""
    if not word.startswith("abd"):
        return word
    joined = next((form for form in sorted(SERVANTS, key=len, reverse=True) if word.startswith(form)), "")
    rest = word[len(joined) :]
    return f"abd{rest}" if len(joined) > 3 and len(rest) > 3 else word  # not "abdullah"


def _is_eastern(words: list[str], hyphenated: bool) -> bool:
    """Whether the first word is the family name: Kim in "Kim Jong-un", but not in "Kim Basinger"."""
    first, *rest = words
    if not rest or len(rest) > 3 or first not in lexicon.family_names("first"):
        return False
    if first not in _given():
        return True
    return (hyphenated or len(rest) > 1) and not any(word in _given() for word in rest)


# How alike two names are: DIFFERENT, near enough to be one where more speaks for it, or the SAME.
DIFFERENT, NEAR, SAME = range(3)


@lru_cache(maxsize=1 << 16)
def alike(one: PersonName, other: PersonName) -> int:
    """How alike two full names are."""
    if one.generation != other.generation:
        return DIFFERENT
    family = _alike_families(one.family, other.family)
    return min(family, _alike_given(one, other)) if family else DIFFERENT


def _alike_families(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return min(SAME if a == b else NEAR if _is_slip(a, b) else DIFFERENT for a, b in zip(one, other, strict=False))


def _alike_given(one: PersonName, other: PersonName) -> int:
    if "".join(one.given) == "".join(other.given):
        return SAME
    if one.eastern or other.eastern:
        a, b = sorted(("".join(one.given), "".join(other.given)), key=len)
        return NEAR if (len(a) > 2 and b.startswith(a)) or _is_slip(a, b) else DIFFERENT
    short, long = sorted((one.given, other.given), key=len)
    if not short:
        return DIFFERENT
    first = alike_words(short[0], long[0])
    if first and _are_middles(short[1:], long[1:]):
        return first
    # "Tayyip Erdogan" for "Recep Tayyip Erdogan"
    return NEAR if len(short) == 1 and not is_initial(short[0]) and short[0] in long[1:] else DIFFERENT


def alike_words(a: str, b: str) -> int:
    """How alike two given names are: spellings of one name are the same, a short form or an initial is near."""
    if a == b or _forms("spelling").get(a, _NONE) & _forms("spelling").get(b, _NONE):
        return SAME
    if is_initial(a) or is_initial(b):
        return NEAR if a[0] == b[0] else DIFFERENT
    if forms(a) & forms(b):
        return NEAR
    return NEAR if _is_slip(a, b) and (a[-1] == "a") == (b[-1] == "a") else DIFFERENT  # Maria is not Mario


def forms(word: str) -> frozenset[int]:
    """The given names, by number in the lexicon, that a romanised word is a spelling or a short form of."""
    return _forms("spelling").get(word, _NONE) | _forms("short").get(word, _NONE)


def _are_middles(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether middle names go together: one may lack them, but "George W." is not "George H. W."."""
    if not short:
        return True
    if any(map(is_initial, (*short, *long))):
        return len(short) == len(long) and all(alike_words(a, b) for a, b in zip(short, long, strict=True))
    rest = iter(long)
    return all(any(alike_words(word, candidate) == SAME for candidate in rest) for word in short)


def _is_slip(a: str, b: str) -> bool:
    """Whether two words of some length differ by a slip of the pen, two in long words, not in their first letter."""
    shorter = min(len(a), len(b))
    if shorter < 5 or a[0] != b[0]:
        return False
    allowed = 1 if shorter < 8 else 2
    return OSA.distance(a, b, score_cutoff=allowed) <= allowed


# --- organisations ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)
def organization_key(name: str) -> str:
    """The name of an organisation without article and the form of its firm: "the Boeing Co." is "boeing"."""
    words = fold(name.replace("'s ", " ").replace("’s ", " ")).split()
    while len(words) > 1 and words[0] in lexicon.function_words("article"):
        del words[0]
    while len(words) > 1 and words[-1] in FIRMS | {"&"}:
        del words[-1]
    return " ".join(words)


@lru_cache(maxsize=1 << 16)
def is_acronym(name: str) -> bool:
    """Whether a name is written as one: "ICIJ", "F.C.C."."""
    letters = name.replace(".", "")
    return 1 < len(letters) <= 6 and letters.isalnum() and letters.isupper() and letters[0].isalpha()


def initials(words: Iterable[str]) -> str:
    """The first letters of an organisation's words, small words passed over."""
    return "".join(word[0] for word in words if word not in PASSED)


@lru_cache(maxsize=1 << 16)
def is_proper(name: str) -> bool:
    """Whether every word of a name that counts has a capital: "Bank of Utah", but not "law firm"."""
    words = [word for word in _MARKS.sub(" ", name).split() if word.casefold() not in PASSED]
    return bool(words) and all(any(c.isupper() for c in word) for word in words) and not name[0].isdigit()
