"""The places of the world by name, offline: countries, their divisions, and towns of 500 people and more.

Made from GeoNames (https://www.geonames.org, CC BY 4.0) and ISO 3166-2 by `training/gazetteer.py`, see data/README.md;
places that a table of towns has not stand in lexicon/regions.tsv. The tables are mapped into memory when first asked
for, so that only what is looked up is ever read.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from sayso import lexicon

if TYPE_CHECKING:
    import numpy as np

Kind = Literal["country", "admin1", "admin2", "city", "region"]

KINDS: tuple[Kind, ...] = ("country", "admin1", "admin2", "city", "region")
# Kinds are rows in this order; columns of a row. -1 and 0 stand for what is not known.
ROW = [
    ("lat", "<f4"), ("lon", "<f4"), ("geonameid", "<u4"), ("population", "<u4"), ("strings", "<u4"),
    ("admin1", "<i2"), ("country", "u1"), ("kind", "u1"),
]  # fmt: skip
ROW_BITS = 20  # of an entry of the index, the lower bits are the row; the others prove the name
LARGER = 5_000  # people of a town that a misspelt name may mean anywhere in its country
MOST = 40  # places of one name, at most
LONGEST = 80  # characters of a name, at most: nothing longer is a place

REGION_POPULATION: Mapping[str, int] = {  # how prominent what stands in regions.tsv is, as a population
    "country": 10_000_000, "admin1": 2_000_000, "admin2": 400_000, "city": 300_000, "region": 2_000_000,
}  # fmt: skip

_SPECIAL = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
     "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H"}
)  # fmt: skip
_MARKS = re.compile("['’‘`ʻʼʿʾ´.\u00ad\u200b-\u200f\u2060\ufeff]")
_NOT_WORD = re.compile(r"[\W_]+")
_ARTICLES = frozenset(  # Arabic, with its sun letters
    ("al", "ar", "as", "ash", "ad", "adh", "an", "at", "ath", "az", "el", "es", "er")
)
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """A name as the gazetteer compares it: no case, accents or apostrophes, hyphens as spaces, "St." as "Saint"."""
    name = _MARKS.sub("", name)
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_SPECIAL))
        name = "".join(c for c in name if not unicodedata.combining(c))
    name = name.casefold().replace("&", " and ")
    words = _NOT_WORD.sub(" ", name).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _SHORT:
        words[0] = _SHORT[words[0]]
    return " ".join(words)


def bare(folded: str) -> str:
    """A folded name without the Arabic article: "raqqa" of "al raqqa"."""
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _ARTICLES else folded


def codes(folded: str) -> tuple[int, int]:
    """What a name is found by in the index, and what proves that it is that name."""
    digest = blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest[:4], "little"), int.from_bytes(digest[4:], "little") >> ROW_BITS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears a name. `country` and `admin1` are None where it lies in several or none."""

    name: str
    country: str | None  # ISO 3166-1 alpha-3
    admin1: str | None
    lat: float
    lon: float
    geonameid: int | None
    population: int
    kind: Kind

    def km(self, lat: float, lon: float) -> float:
        """How far it is from a point."""
        return distance(self.lat, self.lon, lat, lon)


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points of the globe."""
    a, b = radians(lat), radians(other_lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(h)))


class _Tables:
    """The files, mapped into memory."""

    def __init__(self) -> None:
        import numpy as np  # what looks no place up needs none of it

        folder = Path(str(files(__name__) / "data"))
        self.rows: np.ndarray = np.load(folder / "places.npy", mmap_mode="r")
        self.hashes = memoryview(np.load(folder / "hashes.npy", mmap_mode="r"))
        self.entries = memoryview(np.load(folder / "entries.npy", mmap_mode="r"))
        with (folder / "strings.bin").open("rb") as file:
            self.strings = mmap(file.fileno(), 0, access=ACCESS_READ)
        self.ranges: np.ndarray = np.load(folder / "ranges.npy", mmap_mode="r")  # of towns: first, last, by division
        self._divisions: dict[int, str] = {}
        self.alpha3 = (folder / "countries.txt").read_text("ascii").split()

    def texts(self, row: int) -> list[str]:
        """The name of a row, and the other names kept."""
        return self._line(int(self.rows[row]["strings"])).split("|")

    def _line(self, start: int) -> str:
        return self.strings[start : self.strings.find(b"\n", start)].decode()

    def candidate(self, row: int) -> Candidate:
        """A row as a candidate."""
        lat, lon, geonameid, population, strings, admin1, country, kind = self.rows[row].tolist()
        return Candidate(
            name=self._line(strings).partition("|")[0],
            country=self.alpha3[country],
            admin1=self.division(admin1) if admin1 >= 0 else None,
            lat=round(lat, 5),
            lon=round(lon, 5),
            geonameid=geonameid or None,
            population=population,
            kind=KINDS[kind],
        )

    def division(self, row: int) -> str:
        """The name of a division, which many towns ask for."""
        if row not in self._divisions:
            self._divisions[row] = self.texts(row)[0]
        return self._divisions[row]

    def find(self, folded: str) -> list[int]:
        """The rows that bear a folded name; of very many the most populous."""
        code, proof = codes(folded)
        at, found = bisect_left(self.hashes, code), []
        while at < len(self.hashes) and self.hashes[at] == code:
            entry = self.entries[at]
            if entry >> ROW_BITS == proof:
                found.append(entry & ((1 << ROW_BITS) - 1))
            at += 1
        if len(found) > MOST:
            found = sorted(found, key=lambda row: -int(self.rows[row]["population"]))[:MOST]
        return found


@cache
def _tables() -> _Tables:
    return _Tables()


@cache
def _regions() -> Mapping[str, tuple[Candidate, ...]]:
    found: dict[str, list[Candidate]] = {}
    for name, also, kind, country, admin1, lat, lon in lexicon.rows("regions.tsv", 7):
        candidate = Candidate(
            name, country or None, admin1 or None, float(lat), float(lon), None, REGION_POPULATION[kind],
            cast(Kind, kind),
        )  # fmt: skip
        for form in (name, *filter(None, also.split(";"))):
            found.setdefault(fold(form), []).append(candidate)
    return {form: tuple(candidates) for form, candidates in found.items()}


def region_names() -> Iterator[tuple[str, Candidate]]:
    """Every name of regions.tsv, folded."""
    for form, candidates in _regions().items():
        yield from ((form, candidate) for candidate in candidates)


@lru_cache(maxsize=1 << 14)
def lookup(name: str) -> tuple[Candidate, ...]:
    """The places of that name, whatever its case, accents and hyphens, the most populous first; none if unknown."""
    if len(name) > LONGEST:
        return ()
    folded = fold(name)
    if not folded:
        return ()
    found = _lookup(folded) or (_lookup(bare(folded)) if bare(folded) != folded else ())
    # Which country reports mean by a name, the lexicon knows better: Congo, without more, is the Democratic Republic.
    meant = country(lexicon.country(name) or "")
    return tuple(meant if meant is not None and c.kind == "country" else c for c in found)


@lru_cache(maxsize=1 << 14)
def is_known(name: str) -> bool:
    """Whether any place is called so; cheaper than looking it up."""
    folded = fold(name) if len(name) <= LONGEST else ""
    return bool(folded) and (folded in _regions() or bool(_tables().find(folded)))


def _lookup(folded: str) -> tuple[Candidate, ...]:
    tables, regions = _tables(), list(_regions().get(folded, ()))
    found: list[Candidate] = []
    for row in tables.find(folded):
        candidate = tables.candidate(row)
        same = next((region for region in regions if _same(region, candidate)), None)
        if same is None or candidate.geonameid:
            found.append(candidate)
            regions = [region for region in regions if region is not same]
    found += regions
    return tuple(sorted(found, key=lambda c: (-c.population, KINDS.index(c.kind), c.lat, c.lon)))


def _same(region: Candidate, candidate: Candidate) -> bool:
    """Whether a row of regions.tsv and one of the tables mean one place."""
    if region.kind == "country" or candidate.kind == "country":
        return region.kind == candidate.kind and region.country == candidate.country
    near = 300 if region.kind == "admin1" else 40
    return region.kind == candidate.kind and region.km(candidate.lat, candidate.lon) < near


@lru_cache(maxsize=64)
def names_in(country: str, admin1: str | None = None) -> tuple[list[str], list[int]]:
    """The folded names of the towns of one division of a country, or of the larger ones of all of it, and the row of
    each, for near names."""
    tables = _tables()
    if country not in tables.alpha3:
        return [], []
    code = tables.alpha3.index(country)
    names: list[str] = []
    numbers: list[int] = []
    for _, division, first, last in tables.ranges[tables.ranges[:, 0] == code].tolist():
        if admin1 and (division < 0 or tables.texts(division)[0] != admin1):
            continue
        start = int(tables.rows[first]["strings"])
        end = int(tables.rows[last]["strings"]) if last < len(tables.rows) else len(tables.strings)
        lines = tables.strings[start:end].decode().splitlines()
        for row, line in enumerate(lines, first):
            if not admin1 and int(tables.rows[row]["population"]) < LARGER:
                break  # the most populous stand first
            forms = {form: None for text in line.split("|") for form in (fold(text), bare(fold(text)))}
            names += forms
            numbers += [row] * len(forms)
    return names, numbers


def candidate(row: int, named: str | None = None) -> Candidate:
    """The place of a row, called by that of its names which folds to `named`, if one does."""
    tables = _tables()
    found = tables.candidate(row)
    text = next((text for text in tables.texts(row) if named in (fold(text), bare(fold(text)))), found.name)
    return replace(found, name=text)


def numbered(geonameid: int) -> Candidate | None:
    """The place of that number in GeoNames. Goes through all."""
    import numpy as np

    found = np.flatnonzero(_tables().rows["geonameid"] == geonameid).tolist() if geonameid > 0 else []
    return _tables().candidate(found[0]) if found else None


@cache
def country(code: str) -> Candidate | None:
    """The country of an ISO 3166-1 alpha-3 code."""
    tables = _tables()
    return tables.candidate(tables.alpha3.index(code)) if code in tables.alpha3 else None


def nearest(lat: float, lon: float) -> tuple[Candidate, float]:
    """The town nearest to a point, and its distance. Goes through all: for measuring, not for reading."""
    import numpy as np

    rows = _tables().rows
    towns = np.flatnonzero(rows["kind"] == KINDS.index("city"))
    a, b = np.radians(rows["lat"][towns]), radians(lat)
    h = np.sin((b - a) / 2) ** 2 + np.cos(a) * cos(b) * np.sin(np.radians(rows["lon"][towns] - lon) / 2) ** 2
    best = _tables().candidate(int(towns[int(h.argmin())]))
    return best, best.km(lat, lon)


@cache
def countries() -> tuple[Candidate, ...]:
    """All countries and territories."""
    tables = _tables()
    return tuple(tables.candidate(row) for row in range(len(tables.alpha3)))
