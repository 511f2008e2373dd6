"""Who is there in a report, and what is known of him: figures, each with all that its mentions tell together."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso import lexicon
from sayso.account.named.phrases import Phrase
from sayso.model import ActorKind, Sector
from sayso.reader.reading import Words

FAR = 10**6  # behind the last word of any report


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something the report speaks of: all that its mentions tell together."""

    kind: ActorKind
    number: int = 0  # among those of the report, in the order they were met
    person: bool = False
    plural: bool = False
    names: dict[tuple[str, ...], str] = field(default_factory=dict)  # folded, as written
    forms: dict[str, str] = field(default_factory=dict)  # other ways the text puts it
    official: str | None = None  # the name it goes by in the lexicon
    label: str = ""
    code: str | None = None
    location: bool = False  # it is a place
    state: bool = False  # it is a country, or its government
    offices: set[str] = field(default_factory=set)
    wider: set[str] = field(default_factory=set)
    affiliations: set[str] = field(default_factory=set)
    paper_plural: bool = False  # it is several documents
    serves: list[Figure] = field(default_factory=list)  # bodies whose he is told to be: "its leader, Ivo Lenz"
    families: set[str] = field(default_factory=set)  # of the bodies it is called by
    role: str | None = None
    rank: str | None = None
    sector: Sector | None = None
    gender: str | None = None
    spans: list[Words] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Its first word in the text."""
        return min((s for s, _ in self.spans), default=FAR)

    @property
    def named(self) -> bool:
        """Whether the text gives it a proper name."""
        return bool(self.names or self.official)

    def absorb(self, phrase: Phrase) -> None:
        """Learn what a phrase tells of it."""
        self.code = self.code or phrase.country
        self.offices |= phrase.offices
        self.wider |= phrase.wider
        self.affiliations |= phrase.affiliations
        self.role = self.role or phrase.role
        self.rank = self.rank or phrase.rank
        self.sector = self.sector or phrase.sector
        self.gender = self.gender or phrase.gender
        if phrase.body:
            self.families.add(phrase.body.family)
        if phrase.document and phrase.document.plural:
            self.paper_plural = True

    def name(self) -> str:
        """The fullest proper name; for somebody unnamed, the phrase."""
        if self.official:
            return self.official
        if self.names:
            folded = max(self.names, key=lambda parts: (len(parts), sum(map(len, parts))))
            full = self.names[folded]
            if self.person and len(folded) == 1 and (title := self._royal()):
                return f"{title} {full}"
            return full
        return self.label

    def words(self) -> set[str]:
        """The words of all that it is called, in small letters."""
        called = (self.label, self.official or "", *self.forms.values())
        return {word.casefold() for name in called for word in name.split()}

    def _royal(self) -> str | None:
        titles = sorted(lexicon.function_words("royal") & (self.wider | self.offices))
        return titles[0].capitalize() if titles else None


def conflict(a: str | None, b: str | None) -> bool:
    """Whether two things known of somebody cannot both be: "m" and "f"."""
    return a is not None and b is not None and a != b


def is_overseer(figure: Figure) -> bool:
    """Whether a body that watches others may have the name of this one: "the Civil Aviation {Authority}", "the FCA"."""
    named = any(not lexicon.function_words("overseer").isdisjoint(name) for name in figure.names)
    return named or any(len(name) == 1 and written.isupper() for name, written in figure.names.items())
