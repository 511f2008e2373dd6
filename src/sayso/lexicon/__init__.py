"""The words sayso knows: plain tab-separated files beside this module, each read once, when first asked for.

Every file says at its head what its columns are; docs/lexicon.md tells how to add a word. Lookups take words as they
stand in a text and give None where the lexicon does not know them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
def _genders() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for gender, names in rows("first_names.tsv", 2):
        for name in names.split():
            found[name] = found.get(name, frozenset()) | {gender}
    return found


@cache
def _first_names() -> Mapping[str, Gender]:
    return {name: cast(Gender, next(iter(genders))) for name, genders in _genders().items() if len(genders) == 1}


def first_names() -> frozenset[str]:
    """All given names, whichever gender they tell."""
    return frozenset(_genders())


@cache
def given_name_forms(use: Literal["spelling", "short"]) -> Mapping[str, frozenset[int]]:
    """The names, by number, that a given name may be a form of: "muhammad" of the one that is also "mohammed"."""
    found: dict[str, frozenset[int]] = {}
    for number, (sort, forms) in enumerate(rows("given_names.tsv", 2)):
        for form in forms.split() if sort == use else ():
            found[form] = found.get(form, frozenset()) | {number}
    return found


@cache
def family_names(use: Literal["first", "common"]) -> frozenset[str]:
    """Family names, in lower case without accents, that stand before the given name, or that very many bear."""
    return frozenset(name for tells, names in rows("family_names.tsv", 2) if tells == use for name in names.split())


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """Letters that languages write differently and how they are written for comparison, in order of application."""
    return tuple((pattern, written) for pattern, written in rows("spellings.tsv", 2))


@cache
def one_per_state(what: Literal["office", "body"]) -> frozenset[str]:
    """The offices, or the classes of bodies, that a state has one of at a time."""
    return frozenset(name for sort, name, _ in rows("one_per_state.tsv", 3) if sort == what)


@cache
def bodies_of_cities() -> frozenset[str]:
    """The classes of bodies that a state has one of, and its capital one of its own."""
    return frozenset(name for sort, name, city in rows("one_per_state.tsv", 3) if sort == "body" and city)


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


@cache
def acts() -> Mapping[str, str]:
    """Modes and lemmas of events that tell an act which is not another: "abduct" is "hold"; see acts.tsv."""
    return {word: act for act, *told in rows("acts.tsv", 3) for words in told for word in words.split()}


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


# --- numbers ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word for a number: "three", "million" (a scale), "dozens" (vague: the least it may mean), "several" (some: a
    figure only before a scale)."""

    word: str
    value: int
    kind: Literal["number", "scale", "vague", "some"]


@cache
def _numbers() -> tuple[Mapping[str, NumberWord], Mapping[str, str]]:
    numbers: dict[str, NumberWord] = {}
    hedges: dict[str, str] = {}
    for word, value, kind in rows("numbers.tsv", 3):
        if value:
            numbers[word] = NumberWord(word, int(value), cast(Any, kind))
        else:
            hedges[word] = kind
    return numbers, hedges


def number_word(word: str) -> NumberWord | None:
    """What a word for a number tells, in lower case: "three", "million", "dozens"."""
    return _numbers()[0].get(word)


def hedge(word: str) -> str | None:
    """How a word before a number loosens it: about, over or under; None if it does not."""
    return _numbers()[1].get(word.casefold())


def hedges(words: Sequence[str]) -> list[str]:
    """How the words before a number loosen it, each that does: about, over or under; "no more than" is under."""
    turned = {"over": "under", "under": "over"}
    found = []
    for before, word in zip(["", *words], words, strict=False):
        if kind := hedge(word):
            found.append(turned.get(kind, kind) if before.casefold() in ("no", "not") else kind)
    return found


def loosened(words: Sequence[str]) -> str:
    """Whether words before a number, or its first ones, say that it may be exceeded ("over": "at least 12") or not be
    reached ("under": "up to 12"); "" if neither."""
    return next((kind for kind in hedges(words) if kind in ("over", "under")), "")


# --- times -----------------------------------------------------------------------------------------------------------


@cache
def time_words() -> Mapping[str, str]:
    """The words of time expressions with their symbols; see times.tsv."""
    return {word: symbol for symbol, words in rows("times.tsv", 2) for word in words.split()}


@lru_cache(maxsize=1 << 14)
def time_word(word: str) -> str | None:
    """The symbol of a word of time expressions: "MONTH_05" for "May", "UNITS_D" for "days"; see times.tsv."""
    known = time_words()
    if word.isupper() and len(word) > 2:  # "MONDAY" in a headline
        return known.get(word) or known.get(word.capitalize()) or known.get(word.lower())
    return known.get(word) or known.get(word.lower())


@cache
def time_cues(use: str) -> frozenset[str]:
    """The words of one use that tell when a time beside them is meant: "past", "planned" …; see time_cues.tsv."""
    found = {name: frozenset(words.split()) for name, words in rows("time_cues.tsv", 2)}
    return found[use]


# --- disputes --------------------------------------------------------------------------------------------------------


@cache
def denial_words(use: str) -> frozenset[str]:
    """The words of one use by which a matter is contested: "deny", "claim", "false" …; see denials.tsv."""
    found = {name: frozenset(words.split()) for name, words in rows("denials.tsv", 2)}
    return found[use]


@cache
def counted_words(use: str) -> frozenset[str]:
    """The words of one use by which figures count people: "dead", "hurt", "anybody" …; see counted.tsv."""
    found = {name: frozenset(words.split()) for name, words in rows("counted.tsv", 2)}
    return found[use]


@cache
def _fractions() -> dict[str, float]:
    return {word: float(percent) for word, percent in rows("fractions.tsv", 2)}


def fraction(word: str) -> float | None:
    """The percent that a part of a whole is: 33 for "third"; None for any other word."""
    return _fractions().get(word)


@cache
def servants(sector: str) -> frozenset[str]:
    """The words for those whose deeds are laid on whoever speaks for a sector: "soldiers" for MIL; see servants.tsv."""
    return frozenset(next((words.split() for code, words, _ in rows("servants.tsv", 3) if code == sector), ()))


@cache
def sector_of(word: str) -> str | None:
    """The sector whose claim a word before "statement" or "account" tells it to be: "military"; see servants.tsv."""
    return next((code for code, _, words in rows("servants.tsv", 3) if word in words.split()), None)


@cache
def dispute_kinds() -> Mapping[str, str]:
    """The kind of dispute that a word in the matter disputed tells: "motive" for "aim"; see dispute_kinds.tsv."""
    return {word: kind for kind, words in rows("dispute_kinds.tsv", 2) for word in words.split()}


# --- events ----------------------------------------------------------------------------------------------------------

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

_LONGEST = 24  # letters of the longest word that may have a lemma; no word of the tables comes near it


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
        (word, pos): EventWord(word, cast(Any, pos), _many(types), mode or None, _many(shown))
        for word, pos, types, mode, shown in rows("events.tsv", 5)
    }


@cache
def _irregular() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, lemma in rows("irregular.tsv", 2):
        found[form] = (*found.get(form, ()), lemma)
    return found


@cache
def _context_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, context in rows("contexts.tsv", 2):
        found[word] = (*found.get(word, ()), context)
    return found


@lru_cache(maxsize=1 << 14)
def event_word(word: str, pos: str) -> EventWord | None:
    """What a word of a text tells of events, by its Universal Dependencies tag: "bombings" as NOUN, "arrested" as VERB
    or, before a noun, as ADJ. Words that stand together count as joined by hyphens: "air strikes" is "air-strike"."""
    known = event_words()
    form = _plain(word)
    bases = lemmas(word)
    if pos in ("NOUN", "PROPN"):
        found = next((known[base, "noun"] for base in (form, *bases) if (base, "noun") in known), None)
        if found or not form.endswith("ing"):
            return found
    elif pos == "ADJ":
        # Only a participle tells of an act: "detained", but not "free" or "clear".
        bases = tuple(base for base in bases if base != form) if form.endswith("ed") else _irregular().get(form, ())
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
            word = EventWord(verb, "verb", _many(types), mode or None, alone.contexts if alone else ())
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


@lru_cache(maxsize=1 << 14)
def lemmas(word: str) -> tuple[str, ...]:
    """The words that a word of a text may be a form of, the likeliest first, itself among them: "denied" gives "deny",
    "deni", "denied"."""
    form = _plain(word)
    if not 3 < len(form) <= _LONGEST:
        return _irregular().get(form, (form,))
    return tuple(dict.fromkeys((*_irregular().get(form, ()), *_stems(form), form)))


@lru_cache(maxsize=1 << 14)
def contexts(word: str) -> tuple[str, ...]:
    """The contexts that a word shows of the sentence it stands in: "ballots" shows election."""
    known = _context_words()
    return next((known[base] for base in lemmas(word) if base in known), ())


def _plain(word: str) -> str:
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


# --- modality --------------------------------------------------------------------------------------------------------


@cache
def modals(use: Literal["modal", "adjective"]) -> Mapping[str, str]:
    """The words that qualify an event with their normal form: "would" for "'d"; see modals.tsv."""
    return {word: normal for name, normal, words in rows("modals.tsv", 3) if name == use for word in words.split()}


@cache
def modal_words(use: str) -> frozenset[str]:
    """The words of one use that bear on whether an event took place: "negation", "planned" …; see modals.tsv."""
    found = {name: frozenset(words.split()) for name, normal, words in rows("modals.tsv", 3) if not normal}
    return found[use]


# --- across reports --------------------------------------------------------------------------------------------------


@cache
def commonness() -> tuple[Mapping[str, int], int]:
    """In how many texts each word occurs, by its stem, and how many texts were counted; see commonness.tsv."""
    (texts, _), *counted = rows("commonness.tsv", 2)
    return {word: int(count) for count, words in counted for word in words.split()}, int(texts)
