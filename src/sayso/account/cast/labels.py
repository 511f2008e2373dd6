"""What does the wording of a phrase tell: whose somebody is, what kind it is of, what stands before its office?"""

from __future__ import annotations

from functools import lru_cache

from sayso import lexicon
from sayso.account.named.phrases import Phrase
from sayso.account.named.terms import DEFINITE, LINKS, Terms, fold
from sayso.reader.reading import Words

# --- labels alone ---


def is_plain(label: str) -> bool:
    """Whether a phrase has no name in it: not "Ruritanian army", "EU ambassador"."""
    return not any(word[:1].isupper() for word in label.split()[:-1])


@lru_cache(maxsize=1 << 12)
def without_articles(label: str) -> tuple[str, ...]:
    """The words of a label without articles: "Family of man" and "family of a man" are one."""
    return tuple(word for word in fold(label) if word not in lexicon.function_words("article"))


def count_apart(one: str, other: str) -> bool:
    """Whether two labels begin with other numbers: "17 of the 43 pupils", "43 pupils"."""
    first = [next((w for w in fold(label) if w.isdigit() or lexicon.number_word(w)), None) for label in (one, other)]
    return None not in first and first[0] != first[1]


def is_counted(label: str) -> bool:
    """Whether a label begins with a number: "nine protesters"."""
    first = next(iter(fold(label)), "")
    return first.isdigit() or lexicon.number_word(first) is not None


def _core(label: str) -> str:
    """A label without what is joined to another word by a hyphen, which is nobody: "foreign ministry" of "army-backed
    foreign ministry"."""
    return " ".join(word for word in label.split() if "-" not in word)


def is_of(label: str, word: str) -> bool:
    """Whether a word within a label, before its head, may say what that is: "clinic" of "clinic in Goma"."""
    return word in heading(fold(_core(label)))[:-1]


def front(label: str) -> tuple[str, ...]:
    """The words of a label before its first preposition: "Chilean mission" of "Chilean mission to the bloc"."""
    words = fold(label)
    return words[: next((i for i, word in enumerate(words) if i and word in LINKS), len(words))]


def heading(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that may say what it is: those before the first preposition, and the last. What an office
    for police conduct is, "police" does not say."""
    link = next((i for i, word in enumerate(words) if i and word in LINKS), len(words))
    return words[:link] + words[-1:]


def owner(label: str) -> str:
    """Whose something is that a label tells of: "Ann Moor" of "Ann Moor's office"; empty if nobody's."""
    owner, mark, _ = label.replace("’", "'").partition("'s ")
    return owner if mark else ""


def owners(label: str) -> set[str]:
    """The common nouns of those whose a phrase says something is: "minister" of "minister's office"."""
    owners = (_without_mark(word) for word in label.split() if word.endswith(("'s", "’s", "s'", "s’")))
    return {word for word in owners if word.islower()}


def names_before_head(phrase: Phrase) -> set[str]:
    """The names by which a phrase tells which of its kind it means: "nations" of "the United Nations mission"."""
    return {word.casefold() for word in map(_without_mark, phrase.label.split()[:-1]) if word[:1].isupper()}


def qualities(phrase: Phrase) -> set[str]:
    """The words before the head by which a phrase tells which of its kind it means: "ruling" of "the ruling party"."""
    return {word.casefold() for word in phrase.label.split()[:-1] if word.islower()}


def _without_mark(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


# --- phrases where they stand ---


def owned_by(terms: Terms, phrase: Phrase) -> list[int]:
    """The last words of the possessors in a phrase: "the {guards}' union"."""
    return [i - 1 for i in range(phrase.words[0] + 1, phrase.head) if terms.possessive(i)]


def is_owned_by_person(terms: Terms, phrase: Phrase) -> bool:
    """Whether the possessor in a phrase is somebody."""
    names = (terms.name_at.get(i) for i in owned_by(terms, phrase))
    return any(name is not None and name.kind == "PERSON" for name in names)


def is_his_or_hers(terms: Terms, phrase: Phrase) -> bool:
    """Whether a phrase says that somebody is his or hers."""
    first = lexicon.pronoun(terms.lower[phrase.words[0]])
    return phrase.words[1] - phrase.words[0] > 1 and first is not None and first.gender in ("m", "f")


def before_office(terms: Terms, phrase: Phrase) -> range:
    """The words before that by which somebody is called in a phrase."""
    a, b = phrase.words
    end = phrase.name_words[0] if phrase.name_words else b
    return range(a, max((i for i in range(a, end) if i in terms.role), default=a))


def served(phrase: Phrase) -> set[str]:
    """The words for whom somebody speaks by a phrase or a title: "union" of "a spokesman for the union"."""
    for called in (phrase.role or "", phrase.label):
        _, link, behind = called.partition(" for ")
        if link:
            return set(fold(behind)) - DEFINITE
    return set()


def sent_to(terms: Terms, phrase: Phrase) -> str:
    """Where somebody is told to be sent, be it behind the words read: "the Chadian envoy to {Peru}"."""
    head = phrase.head
    behind = terms.text[head + 2 : head + 3] if terms.lower[head + 1 : head + 2] == ["to"] else []
    return phrase.label.partition(" to ")[2] or "".join(word for word in behind if word[:1].isupper())


def name_or_words(phrase: Phrase) -> Words:
    """The words of the name in a phrase, or of all of it."""
    return phrase.name_words or phrase.words
