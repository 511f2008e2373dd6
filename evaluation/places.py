"""Places against GeoWebNews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from evaluation.counts import Count
from evaluation.times import shared
from sayso import gazetteer
from sayso.account.where.places import places
from sayso.model import Place, Span
from sayso.reader import Network, Reading
from training import sources

NEAR = 161.0  # km: a hundred miles, as in the literature

# Types of toponyms that are meant as places, if only in part or by way of a building, and of those that are not.
MEANT = frozenset(("Literal", "Mixed", "Coercion", "Literal_Modifier", "Embedded_Literal"))
OTHER = frozenset(
    ("Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit", "Demonym", "Homonym", "Language", "Non_Toponym")
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A toponym as annotated. where: its coordinates, if it has any."""

    span: Span
    text: str
    type: str
    where: tuple[float, float] | None
    geonameid: int | None


def texts() -> Iterator[tuple[str, str, list[Annotated]]]:
    """Every report: its number, its text and its toponyms."""
    for article in ElementTree.parse(sources.GEOWEBNEWS).getroot().iter("article"):
        text, found = article.findtext("text") or "", []
        for toponym in article.iter("toponym"):
            lat, lon, id = (toponym.findtext(tag) for tag in ("latitude", "longitude", "geonamesID"))
            start, end = (int(toponym.findtext(tag) or 0) for tag in ("start", "end"))
            where = (float(lat), float(lon)) if lat and lon else None
            type = toponym.findtext("type") or ""
            found.append(Annotated((start, end), text[start:end], type, where, int(id) if id else None))
        yield article.get("file") or "", text, found


def score(network: Network) -> dict[str, float]:
    """Of the toponyms annotated as Literal that have coordinates, found: those with which a place that we give
    coordinates shares characters. Of those found, within: ours lies within 161 km (100 miles) of where theirs does;
    country: ours is that of the annotated GeoNames id, if it is a country's, else of the town nearest to the annotated
    coordinates; continents, seas and what else lies in no one country are left out. Of our places that share
    characters with any toponym, literal: those with one that is meant as a place, if only as a modifier or in part."""
    return scored((network.read(text), toponyms) for _, text, toponyms in texts())


def scored(read: Iterable[tuple[Reading, list[Annotated]]]) -> dict[str, float]:
    """The figures of readings with their toponyms."""
    found, within, country, literal = Count(), Count(), Count(), Count()
    for reading, toponyms in read:
        given = places(reading)
        for place in given:
            types = {t.type for t in toponyms if shared(t.span, place.span)} & (MEANT | OTHER)
            if types:
                literal.answer(bool(types & MEANT))
        for toponym in toponyms:
            if toponym.type == "Literal" and toponym.where:
                place_found = matching(toponym, given)
                found.answer(place_found is not None)
                if place_found is not None:
                    within.answer(is_near(place_found, toponym))
                    if code := country_of(toponym):
                        country.answer(place_found.country == code)
    return {"found": found.recall, "within": within.recall, "country": country.recall, "literal": literal.recall}


def matching(toponym: Annotated, given: Iterable[Place]) -> Place | None:
    """The place of ours with coordinates that shares most characters with a toponym."""
    placed = (place for place in given if place.lat is not None)
    best = max(placed, key=lambda place: shared(place.span, toponym.span), default=None)
    return best if best is not None and shared(best.span, toponym.span) else None


def is_near(place: Place, toponym: Annotated) -> bool:
    """Whether a place lies within 161 km of where a toponym is annotated to be."""
    if place.lat is None or place.lon is None or toponym.where is None:
        return False
    return gazetteer.distance(place.lat, place.lon, *toponym.where) <= NEAR


def country_of(toponym: Annotated) -> str | None:
    """The country of an annotated toponym; None where it lies in no one country."""
    known = gazetteer.lookup(toponym.text)
    if (known and known[0].country is None) or toponym.where is None:
        return None
    if toponym.geonameid in _countries():
        return _countries()[toponym.geonameid]
    return gazetteer.nearest(*toponym.where)[0].country


@cache
def _countries() -> dict[int | None, str | None]:
    return {country.geonameid: country.country for country in gazetteer.countries()}
