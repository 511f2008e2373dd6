"""What a noun phrase tells about whom it means.

"Russian Foreign Minister Sergey Lavrov" names Sergey Lavrov, gives him an office and a country; "the top US diplomat"
names nobody, but gives an office and a country all the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso import lexicon
from sayso.lexicon import Body, Document, Gender, Honorific, Organization
from sayso.model import ActorKind, Sector
from sayso.reader.reading import Words


@dataclass(slots=True)
class Phrase:
    """A noun phrase with what its words and its names tell."""

    words: Words
    head: int
    name: str | None = None  # a proper name of whom it means, without title
    name_words: Words | None = None
    person: bool = False  # the name or the head is a single human being's
    country: str | None = None
    of_country: bool = False  # it means the country itself, its government or its capital
    location: bool = False  # it is a place, which now and then speaks
    organization: Organization | None = None  # it means this organisation
    affiliations: set[str] = field(default_factory=set)  # bodies and organisations a person belongs to
    offices: set[str] = field(default_factory=set)
    wider: set[str] = field(default_factory=set)
    role: str | None = None
    rank: str | None = None  # or title before the name, which is a role where there is no other
    body: Body | None = None
    document: Document | None = None
    kin: bool = False
    kind: ActorKind | None = None
    sector: Sector | None = None
    gender: Gender | None = None
    plural: bool = False
    determiner: Literal["definite", "indefinite", "possessive", "none"] = "none"
    acronym: str | None = None  # given in brackets behind a name
    label: str = ""  # the phrase in short, without article and relative clause
    label_words: Words = (0, 0)
    short: str | None = None  # the label without a quantity before it: "victims" of "many of the victims"

    @property
    def serves_many(self) -> bool:
        """Whether it is somebody who serves a body of no country, wherever he does: "the UN envoy for Yemen"."""
        served = map(lexicon.organization, self.affiliations)
        return any(body is not None and body.country is None for body in served)

    def honour(self, honorific: Honorific) -> None:
        """Note what a form of address or a rank tells."""
        self.gender = honorific.gender or self.gender
        self.sector = honorific.sector or self.sector
        if honorific.role:
            self.wider.add(honorific.role.casefold())
            self.rank = self.rank or honorific.role
