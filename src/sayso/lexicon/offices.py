"""What is somebody by a title: which office does he hold, or did he, and what does a rank or address tell?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from sayso.lexicon.persons import Gender
from sayso.lexicon.tables import rows, values
from sayso.model import Sector


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


@cache
def roles() -> Mapping[str, Role]:
    """Roles by title, singular and plural, lower case."""
    found: dict[str, Role] = {}
    for title, plural, office, also, sector, gender in rows("roles.tsv", 6):
        for word, many in ((title, False), *((p, True) for p in values(plural or title + "s") if p != "-")):
            found[word] = Role(
                title,
                office or title,
                frozenset(values(also)),
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
