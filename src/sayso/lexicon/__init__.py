"""The words sayso knows: plain tab-separated files beside this module, each read once, when first asked for.

Every file says at its head what its columns are; docs/lexicon.md tells how to add a word. Lookups take words as they
stand in a text and give None where the lexicon does not know them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, cast

from sayso.model import ActorKind, Sector

Gender = Literal["m", "f"]


class LexiconError(ValueError):
    """A line of a lexicon file that cannot be read; says which."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: its code, what it, its people and its capital are called."""

    code: str  # ISO 3166-1 alpha-3
    name: str
    also: tuple[str, ...]
    short: tuple[str, ...]  # names that hold only beside a fuller one: "the North"
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A building or city of power: the country's, and the body it stands for ("" for the government as a whole)."""

    name: str
    country: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Role:
    """A title, office or occupation."""

    title: str
    office: str  # one for all titles that mean the same
    also: frozenset[str]  # wider words a holder may be called by
    sector: Sector | None
    gender: Gender | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of address or a rank before a name."""

    form: str
    gender: Gender | None
    sector: Sector | None
    role: str | None

    @property
    def ranks(self) -> bool:
        """Whether it is a rank in an army or police force, which says less than an office does."""
        return self.sector in ("MIL", "COP")


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation of fixed identity."""

    name: str
    kind: ActorKind
    sector: Sector | None
    country: str | None
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A common noun for a body: "ministry", "army", "newspaper"."""

    word: str
    family: str  # one for all words that may mean the same body
    kind: ActorKind
    sector: Sector | None


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


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun: its person ("1", "2", "3", or "who" for relatives), number and gender where it tells them."""

    word: str
    person: Literal["1", "2", "3", "who"]
    number: Literal["s", "p"] | None
    gender: Literal["m", "f", "n"] | None


def rows(file: str, columns: int) -> list[list[str]]:
    """The lines of a lexicon file, cut into exactly `columns` columns; comments and empty lines left out."""
    found = []
    for number, line in enumerate((files(__name__) / file).read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != columns:
            raise LexiconError(f"{file}, line {number}: {len(cells)} columns, not {columns}: {line!r}")
        found.append(cells)
    return found


@lru_cache(maxsize=1 << 14)
def key(words: str) -> str:
    """Words as the lexicon compares them: one kind of apostrophe, no stops in initials, and case only where it tells.

    Up to three letters keep their case, for "US" is a country and "us" is not."""
    words = " ".join(words.replace("’", "'").replace("‑", "-").split())
    if "." in words:
        words = words.replace(".", "")
    return words if len(words) <= 3 else words.casefold()


def _many(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


# --- countries -------------------------------------------------------------------------------------------------------


@cache
def countries() -> Mapping[str, Country]:
    """All countries by code."""
    return {
        code: Country(code, name, _many(also), _many(short), _many(adjective), _many(people), _many(capital))
        for code, name, also, short, adjective, people, capital in rows("countries.tsv", 7)
    }


@cache
def _country_names() -> Mapping[str, str]:
    return {key(name): c.code for c in countries().values() for name in (*c.also, c.name)}


@cache
def _short_names() -> Mapping[str, str]:
    return {key(name): c.code for c in countries().values() for name in c.short}


@cache
def _adjectives() -> Mapping[str, str]:
    return {key(name): c.code for c in countries().values() for name in c.adjectives}


@cache
def _people() -> Mapping[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for c in countries().values():
        for name in c.adjectives:
            found[key(name)] = c.code, False
            found.setdefault(key(name + "s"), (c.code, True))
        for name in c.people:
            found[key(name)] = c.code, name.endswith(("s", "men", "Batswana", "Basotho"))
    return found


@cache
def _seats() -> Mapping[str, Seat]:
    found = {key(city): Seat(city, c.code, "") for c in countries().values() for city in c.capitals}
    found |= {
        key(name): Seat(name, code if code in countries() else None, body) for name, code, body in rows("seats.tsv", 3)
    }
    return found


def seat_names() -> list[str]:
    """The names of all cities and buildings of power."""
    return [found.name for found in _seats().values()]


@cache
def _proper() -> frozenset[str]:
    return frozenset((*_country_names(), *_adjectives(), *_people(), *_seats(), *organizations()))


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


def country(words: str) -> str | None:
    """The code of the country of that name: "Russia", "the Gambia", "U.S."."""
    return _country_names().get(key(words))


def country_in_short(words: str) -> str | None:
    """The code of the country that a short name means where the report names it in full elsewhere: "North"."""
    return _short_names().get(key(words))


def nationality(words: str) -> str | None:
    """The code of the country of an adjective: "Russian", "South Korean", "US"."""
    return _adjectives().get(key(words))


def people(words: str) -> tuple[str, bool] | None:
    """The code of the country and whether many are meant: "Russians", "Briton"."""
    return _people().get(key(words))


def seat(words: str) -> Seat | None:
    """The city or building of power of that name: "Moscow", "Downing Street"."""
    return _seats().get(key(words))


# --- people ----------------------------------------------------------------------------------------------------------


@cache
def roles() -> Mapping[str, Role]:
    """Roles by title, singular and plural, lower case."""
    found: dict[str, Role] = {}
    for title, plural, office, also, sector, gender in rows("roles.tsv", 6):
        for word, many in ((title, False), *((p, True) for p in _many(plural or title + "s") if p != "-")):
            found[word] = Role(
                title,
                office or title,
                frozenset(_many(also)),
                cast(Sector | None, sector or None),
                cast(Gender | None, gender or None),
                many,
            )
    return found


@cache
def _past() -> frozenset[str]:
    return frozenset(word for (word,) in rows("past.tsv", 1))


def is_past(word: str) -> bool:
    """Whether the word before an office says that it is held no more: "former", "ousted"."""
    return word.casefold() in _past()


@cache
def honorifics() -> Mapping[str, Honorific]:
    """Honorifics by their form in lower case without full stops."""
    return {
        form.casefold(): Honorific(
            form, cast(Gender | None, gender or None), cast(Sector | None, sector or None), role or None
        )
        for form, gender, sector, role in rows("honorifics.tsv", 4)
    }


def role(words: str) -> Role | None:
    """The role of that title: "foreign minister", "spokesmen"."""
    return roles().get(words.casefold().replace("’", "'"))


def honorific(words: str) -> Honorific | None:
    """The honorific of that form: "Mr.", "Lt. Col."."""
    return honorifics().get(words.casefold().replace(".", ""))


@cache
def _first_names() -> Mapping[str, Gender]:
    found: dict[str, set[str]] = {}
    for gender, names in rows("first_names.tsv", 2):
        for name in names.split():
            found.setdefault(name, set()).add(gender)
    return {name: cast(Gender, next(iter(genders))) for name, genders in found.items() if len(genders) == 1}


def gender_of_name(first_name: str) -> Gender | None:
    """The gender that a given name tells: "Sergey"."""
    return _first_names().get(first_name)


@cache
def _nouns() -> Mapping[str, tuple[Gender | None, bool]]:
    return {word: (cast(Gender | None, gender or None), kin == "kin") for word, gender, kin in rows("nouns.tsv", 3)}


def gender_of_noun(word: str) -> Gender | None:
    """The gender that a noun tells: "husband", "spokeswoman"."""
    gender, _ = _nouns().get(word.casefold(), (None, False))
    return gender


def is_kin(word: str) -> bool:
    """Whether the noun names a relation of a family: "father"."""
    return _nouns().get(word.casefold(), (None, False))[1]


@cache
def _pronouns() -> Mapping[str, Pronoun]:
    return {
        word: Pronoun(word, cast(Any, person), cast(Any, number or None), cast(Any, gender or None))
        for word, person, number, gender in rows("pronouns.tsv", 4)
    }


def pronoun(word: str) -> Pronoun | None:
    """The pronoun of that form, any case."""
    return _pronouns().get(word.casefold())


@cache
def function_words(use: str) -> frozenset[str]:
    """The small words of one use: "relative", "link", "definite" …; see function_words.tsv."""
    found = {name: frozenset(words.split()) for name, words in rows("function_words.tsv", 2)}
    return found[use]


# --- bodies, papers, crowds ------------------------------------------------------------------------------------------


@cache
def organizations() -> Mapping[str, Organization]:
    """Organisations by every name of theirs, as `key` writes it."""
    found: dict[str, Organization] = {}
    for name, also, kind, sector, code in rows("organizations.tsv", 5):
        organization = Organization(
            name, cast(ActorKind, kind), cast(Sector | None, sector or None), code or None, _many(also)
        )
        for form in (name, *organization.also):
            found.setdefault(key(form), organization)
    return found


@cache
def bodies() -> Mapping[str, Body]:
    """Bodies by their word, lower case."""
    return {
        word: Body(word, family, cast(ActorKind, kind), cast(Sector | None, sector or None))
        for word, family, kind, sector in rows("bodies.tsv", 4)
    }


@cache
def documents() -> Mapping[str, Document]:
    """Documents by their word, singular and plural, lower case."""
    found: dict[str, Document] = {}
    for word, plural, kind, hearsay in rows("documents.tsv", 4):
        found[word] = Document(word, cast(ActorKind, kind), hearsay == "yes", False)
        for form in _many(plural or word + "s"):
            if form != "-":
                # "Reports said": who reports is not told
                found[form] = Document(
                    word, "media" if word == "report" else cast(ActorKind, kind), hearsay == "yes", True
                )
    return found


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


def organization(words: str) -> Organization | None:
    """The organisation of that name or acronym: "IAEA", "Islamic State"."""
    return organizations().get(key(words))


def body(words: str) -> Body | None:
    """The body that a common noun means: "foreign ministry"."""
    return bodies().get(words.casefold().replace("’", "'").removesuffix("."))


def document(words: str) -> Document | None:
    """The document that a common noun means: "indictment"."""
    return documents().get(words.casefold())


def source(words: str) -> Source | None:
    """The unnamed people that a common noun means: "witnesses"."""
    return sources().get(words.casefold())
